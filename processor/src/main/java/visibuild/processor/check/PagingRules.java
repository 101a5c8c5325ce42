package visibuild.processor.check;

import java.util.Set;
import visibuild.processor.model.Anchor;
import visibuild.processor.model.Answer.Shape;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.Verb;

/** What a method may not do when its answer is {@code Paged}. */
final class PagingRules implements MethodRules {
  private static final Set<String> OURS = Set.of("pageSize", "next");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    if (method.answer().shape() != Shape.PAGED) {
      return;
    }
    if (method.writes()) {
      problems.add(
          Rule.PAGED_WRITE,
          method.anchor(),
          method.label() + " writes, but a Paged sends its request again for every page.",
          "Return the record or a List of them; or, if the request only reads, add"
              + " @RequiresScope(Scope.READ).");
    }
    method.verb().ifPresent(verb -> checkQueryOf(verb, method, problems));
    method
        .parameters()
        .forEach(
            parameter ->
                parameter
                    .annotation(RetrofitAnnotations.QUERY)
                    .filter(query -> OURS.contains(query.text("value")))
                    .ifPresent(
                        query ->
                            report(
                                method, query.text("value"), query.anchorOf("value"), problems)));
  }

  private static void checkQueryOf(Verb verb, ApiMethod method, Problems problems) {
    new PathText(verb.path())
        .keys().stream()
            .filter(OURS::contains)
            .forEach(key -> report(method, key, verb.pathAnchor(), problems));
  }

  private static void report(ApiMethod method, String key, Anchor anchor, Problems problems) {
    problems.add(
        Rule.PAGING_PARAMETER,
        anchor,
        "%s sets the query parameter \"%s\", which its Paged sets for every page."
            .formatted(method.label(), key),
        key.equals("next")
            ? "Take it out: a Paged follows the cursor by itself, and pages() shows it."
            : "Take it out, and let the caller choose: .pageSize(100) on what %s returns."
                .formatted(method.label()));
  }
}
