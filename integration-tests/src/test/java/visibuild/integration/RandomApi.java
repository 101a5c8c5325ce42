package visibuild.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import visibuild.Scope;

/** An interface with methods of any verb, some of which state the scope that they need. */
record RandomApi(List<Method> methods) {
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private static final List<String> VERBS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PURGE");

  /** Verbs that always need write access; of the writing verbs only POST can be declared a read. */
  private static final List<String> WRITING = List.of("PUT", "PATCH", "DELETE", "PURGE");

  /**
   * A method.
   *
   * @param stated the value of {@code @RequiresScope}, if it is there
   */
  record Method(String name, String verb, Optional<Scope> stated) {
    String path() {
      return "random/" + name;
    }

    /**
     * Returns the needed scope, computed here again so that the test does not trust the processor.
     */
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

  /** Returns a random interface of one to six methods. */
  static RandomApi any(Random random) {
    List<Method> methods = new ArrayList<>();
    // Otherwise few interfaces would only read.
    List<String> verbs = random.nextInt(3) == 0 ? READING : VERBS;
    for (int count = 1 + random.nextInt(6); methods.size() < count; ) {
      String verb = verbs.get(random.nextInt(verbs.size()));
      methods.add(new Method("call" + methods.size(), verb, stated(verb, random)));
    }
    return new RandomApi(methods);
  }

  /** Three methods in ten state a scope, but none that its verb excludes. */
  private static Optional<Scope> stated(String verb, Random random) {
    if (random.nextInt(10) >= 3) {
      return Optional.empty();
    }
    Scope scope = random.nextBoolean() ? Scope.READ : Scope.READ_WRITE;
    return scope == Scope.READ && WRITING.contains(verb) ? Optional.empty() : Optional.of(scope);
  }

  String name() {
    return "RandomApi";
  }

  /** Returns the scope to declare: no less than its methods need, and no more. */
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
