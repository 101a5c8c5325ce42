package visibuild.processor.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;

/** No query parameter is set in two places. */
final class QueryRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Set<String> seen = new HashSet<>();
    if (method.verb().isPresent()) {
      seen.addAll(new PathText(method.verb().get().path()).keys());
    }
    for (Parameter parameter : method.parameters()) {
      Optional<AnnotationModel> query = parameter.annotation(RetrofitAnnotations.QUERY);
      if (query.isPresent() && !seen.add(query.get().text("value"))) {
        report(method, parameter, query.get(), SourceLanguage.of(api), problems);
      }
    }
  }

  private static void report(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel query,
      SourceLanguage language,
      Problems problems) {
    problems.add(
        Rule.REPEATED_QUERY,
        query.locationOf("value"),
        "The query parameter \"%s\" of %s is set in two places."
            .formatted(query.text("value"), method.label()),
        "Keep one of them; for several values write @Query(%s) %s."
            .formatted(
                JavaLiterals.of(query.text("value")),
                language.parameter("List<String>", parameter.name())));
  }
}
