package visibuild.processor.validation;

import com.palantir.javapoet.TypeName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.Verb;

/** A method that returns {@code Paged} reads, and leaves the paging parameters to it. */
final class PagingRules implements MethodRules {
  /** By the key in lower case without separators, so that {@code page_size} is found too. */
  private static final Map<String, String> PAGING_PARAMETERS =
      Map.of("pagesize", "pageSize", "next", "next");

  /** Java's limit of 255 (JVMS 4.3.3), less {@code this} and the client's two parameters. */
  private static final int MAXIMUM_SLOTS = 252;

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    if (method.returnShape().kind() != Kind.PAGED) {
      return;
    }
    if (method.writes()) {
      problems.add(
          Rule.PAGED_WRITE,
          method.returnTypeLocation(),
          method.label() + " writes, but a Paged repeats its request for every page.",
          "Return the record or a List of them"
              + (method.alwaysWrites()
                  ? "."
                  : "; or, if the request only reads, add @RequiresScope(Scope.READ)."));
    }
    if (slots(method) > MAXIMUM_SLOTS) {
      problems.add(
          Rule.UNSUPPORTED_RESPONSE,
          method.returnTypeLocation(),
          method.label()
              + " has too many parameters for a Paged, for which its client needs two more.",
          "Pass some of them together as @QueryMap %s."
              .formatted(SourceLanguage.of(api).parameter("Map<String, String>", "filters")));
    }
    if (method.verb().isPresent()) {
      checkQueryOf(method.verb().get(), method, problems);
    }
    for (Parameter parameter : method.parameters()) {
      Optional<AnnotationModel> query = parameter.annotation(RetrofitAnnotations.QUERY);
      if (query.isPresent() && isPagingParameter(query.get().text("value"))) {
        report(method, query.get().text("value"), query.get().locationOf("value"), problems);
      }
    }
  }

  /**
   * Counts the parameters as Java's limit does, for which {@code long} and {@code double} are two.
   */
  private static int slots(ApiMethod method) {
    int slots = 0;
    for (Parameter parameter : method.parameters()) {
      TypeName type = parameter.type().source().withoutAnnotations();
      slots += type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
    }
    return slots;
  }

  private static void checkQueryOf(Verb verb, ApiMethod method, Problems problems) {
    for (String key : new PathText(verb.path()).keys()) {
      if (isPagingParameter(key)) {
        report(method, key, verb.pathLocation(), problems);
      }
    }
  }

  private static boolean isPagingParameter(String key) {
    return PAGING_PARAMETERS.containsKey(normalized(key));
  }

  private static String normalized(String key) {
    return key.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static void report(
      ApiMethod method, String key, SourceLocation location, Problems problems) {
    String name = PAGING_PARAMETERS.getOrDefault(normalized(key), key);
    boolean exact = name.equals(key);
    problems.add(
        exact ? Rule.PAGING_PARAMETER : Rule.PAGING_PARAMETER_SPELLING,
        location,
        "%s sets the query parameter \"%s\", which its Paged sets for every page%s."
            .formatted(method.label(), key, exact ? "" : " as \"" + name + "\""),
        name.equals("next")
            ? "Remove it: a Paged follows the cursor by itself, and pages() shows it."
            : "Remove it, and let the caller choose: .pageSize(100) on the Paged that %s returns."
                .formatted(method.label()));
  }
}
