package visibuild.processor.validation;

import java.util.Locale;
import java.util.Map;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.ReturnShape.Kind;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.Verb;

/** What a method may not do when its answer is {@code Paged}. */
final class PagingRules implements MethodRules {
  /** In lower case, without what stands between words: page_size is meant to be one of them. */
  private static final Map<String, String> OURS = Map.of("pagesize", "pageSize", "next", "next");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    if (method.returnShape().kind() != Kind.PAGED) {
      return;
    }
    if (method.writes()) {
      problems.add(
          Rule.PAGED_WRITE,
          method.returnTypeLocation(),
          method.label() + " writes, but a Paged sends its request again for every page.",
          "Return the record or a List of them"
              + (method.alwaysWrites()
                  ? "."
                  : "; or, if the request only reads, add @RequiresScope(Scope.READ)."));
    }
    method.verb().ifPresent(verb -> checkQueryOf(verb, method, problems));
    method
        .parameters()
        .forEach(
            parameter ->
                parameter
                    .annotation(RetrofitAnnotations.QUERY)
                    .filter(query -> isOurs(query.text("value")))
                    .ifPresent(
                        query ->
                            report(
                                method, query.text("value"), query.locationOf("value"), problems)));
  }

  private static void checkQueryOf(Verb verb, ApiMethod method, Problems problems) {
    new PathText(verb.path())
        .keys().stream()
            .filter(PagingRules::isOurs)
            .forEach(key -> report(method, key, verb.pathLocation(), problems));
  }

  private static boolean isOurs(String key) {
    return OURS.containsKey(plain(key));
  }

  private static String plain(String key) {
    return key.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  private static void report(
      ApiMethod method, String key, SourceLocation location, Problems problems) {
    String name = OURS.getOrDefault(plain(key), key);
    problems.add(
        Rule.PAGING_PARAMETER,
        location,
        "%s sets the query parameter \"%s\", which its Paged sets for every page%s."
            .formatted(method.label(), key, name.equals(key) ? "" : " as \"" + name + "\""),
        name.equals("next")
            ? "Take it out: a Paged follows the cursor by itself, and pages() shows it."
            : "Take it out, and let the caller choose: .pageSize(100) on what %s returns."
                .formatted(method.label()));
  }
}
