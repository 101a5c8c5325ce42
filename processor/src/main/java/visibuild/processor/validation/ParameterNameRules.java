package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;

/**
 * No two parameters of a method use the same field, part or header name. {@link QueryRules} checks
 * queries.
 */
final class ParameterNameRules implements MethodRules {
  private static final List<ClassName> TOLD_APART =
      List.of(RetrofitAnnotations.FIELD, RetrofitAnnotations.PART, RetrofitAnnotations.HEADER);

  /** For the others an empty name has a separate rule, or a meaning. */
  private static final List<ClassName> NAMED =
      List.of(RetrofitAnnotations.QUERY, RetrofitAnnotations.FIELD);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel use : parameter.retrofitAnnotations()) {
        String name = use.text("value");
        if (name.isEmpty() && NAMED.contains(use.type())) {
          reportEmpty(method, use, "\"" + parameter.name() + "\"", problems);
        } else if (!name.isEmpty() && TOLD_APART.contains(use.type()) && !seen.add(key(use))) {
          reportRepeated(method, parameter, use, SourceLanguage.of(api), problems);
        }
      }
    }
    Optional<AnnotationModel> dataKey = method.annotation(LibraryTypes.DATA_KEY);
    if (dataKey.isPresent() && dataKey.get().text("value").isEmpty()) {
      reportEmpty(method, dataKey.get(), "\"project\"", problems);
    }
  }

  /** Names of headers are the same in any case (RFC 9110, section 5.1). */
  private static String key(AnnotationModel use) {
    String name = use.text("value");
    return use.label()
        + " "
        + (use.is(RetrofitAnnotations.HEADER) ? name.toLowerCase(Locale.ROOT) : name);
  }

  private static void reportEmpty(
      ApiMethod method, AnnotationModel use, String example, Problems problems) {
    problems.add(
        Rule.EMPTY_NAME,
        use.locationOf("value"),
        "%s has %s with an empty name.".formatted(method.label(), use.label()),
        "Write the name, such as %s(%s).".formatted(use.label(), example));
  }

  private static void reportRepeated(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel use,
      SourceLanguage language,
      Problems problems) {
    problems.add(
        Rule.REPEATED_NAME,
        use.locationOf("value"),
        "%s sets %s(\"%s\") by two parameters."
            .formatted(method.label(), use.label(), use.text("value")),
        "Keep one of them; for several values write %s(%s) %s."
            .formatted(
                use.label(),
                JavaLiterals.of(use.text("value")),
                language.parameter("List<String>", parameter.name())));
  }
}
