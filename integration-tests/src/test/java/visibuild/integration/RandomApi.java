package visibuild.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import visibuild.Scope;

/** An interface with methods of any verb, some of which say themselves which scope they need. */
record RandomApi(List<Method> methods) {
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private static final List<String> VERBS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PURGE");

  /** Verbs that always need write access; of the writing verbs only POST can be declared a read. */
  private static final List<String> WRITING = List.of("PUT", "PATCH", "DELETE", "PURGE");

  /**
   * A method.
   *
   * @param stated what {@code @RequiresScope} says, if it is there
   */
  record Method(String name, String verb, Optional<Scope> stated) {
    String path() {
      return "random/" + name;
    }

    /** What it needs, said again here so that the processor's own word is not taken for it. */
    Scope needs() {
      return stated.orElse(READING.contains(verb) ? Scope.READ : Scope.READ_WRITE);
    }

    private String source() {
      String requires = stated.map(scope -> "@RequiresScope(Scope." + scope + ") ").orElse("");
      String request =
          verb.equals("PURGE")
              ? "@HTTP(method = \"PURGE\", path = \"%s\")".formatted(path())
              : "@%s(\"%s\")".formatted(verb, path());
      return "  %s%s void %s();\n".formatted(requires, request, name);
    }
  }

  /** Any interface of one to six methods. */
  static Arbitrary<RandomApi> any() {
    Arbitrary<Method> method =
        Combinators.combine(Arbitraries.of(VERBS), Arbitraries.of(Scope.class).optional(0.3))
            .as(
                (verb, stated) ->
                    new Method(
                        "",
                        verb,
                        stated.filter(
                            scope -> scope == Scope.READ_WRITE || !WRITING.contains(verb))));
    return method.list().ofMinSize(1).ofMaxSize(6).map(RandomApi::numbered);
  }

  private static RandomApi numbered(List<Method> methods) {
    List<Method> named = new ArrayList<>();
    for (Method method : methods) {
      named.add(new Method("call" + named.size(), method.verb(), method.stated()));
    }
    return new RandomApi(named);
  }

  String name() {
    return "RandomApi";
  }

  /** What it has to declare: no less than its methods need, and no more. */
  Scope scope() {
    return methods.stream().anyMatch(method -> method.needs() == Scope.READ_WRITE)
        ? Scope.READ_WRITE
        : Scope.READ;
  }

  String source() {
    return "import retrofit2.http.*;\nimport visibuild.*;\n\n@VisibuildApi(scope = Scope.%s)\npublic interface %s {\n%s}\n"
        .formatted(
            scope(), name(), methods.stream().map(Method::source).collect(Collectors.joining()));
  }
}
