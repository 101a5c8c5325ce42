package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;

/** A URL is put together from left to right: a whole URL, or path, then query. */
final class UrlRules implements MethodRules {
  private static final Set<String> URL_TYPES =
      Set.of("java.lang.String", "java.net.URI", "android.net.Uri", "okhttp3.HttpUrl");

  private static final List<ClassName> FOR_QUERY =
      List.of(
          RetrofitAnnotations.QUERY, RetrofitAnnotations.QUERY_NAME, RetrofitAnnotations.QUERY_MAP);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Optional<AnnotationModel> query = Optional.empty();
    boolean urlBefore = false;
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel use : parameter.retrofitAnnotations()) {
        if (use.is(RetrofitAnnotations.URL)) {
          checkUrl(method, parameter, use, urlBefore, SourceLanguage.of(api), problems);
          urlBefore = true;
        }
        if (use.is(RetrofitAnnotations.PATH) && method.uses(RetrofitAnnotations.URL)) {
          reportPath(method, use, problems);
        } else if (use.is(RetrofitAnnotations.PATH) || use.is(RetrofitAnnotations.URL)) {
          if (query.isPresent()) {
            reportLate(method, use, query.get(), problems);
          }
        }
        if (query.isEmpty() && FOR_QUERY.contains(use.type())) {
          query = Optional.of(use);
        }
      }
    }
  }

  private static void checkUrl(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel use,
      boolean again,
      SourceLanguage language,
      Problems problems) {
    if (again) {
      problems.add(
          Rule.SEVERAL_URLS,
          use.location(),
          "%s gets its URL from two parameters.".formatted(method.label()),
          "Keep one of the parameters with @Url.");
    } else if (!parameter.type().isOpen() && !isUrl(parameter.type())) {
      problems.add(
          Rule.URL_TYPE,
          parameter.location(),
          "The parameter %s of %s is a URL, but its type is %s."
              .formatted(parameter.name(), method.label(), parameter.type().label()),
          "Write @Url %s, or take a java.net.URI or an okhttp3.HttpUrl."
              .formatted(language.parameter("String", parameter.name())));
    }
  }

  private static boolean isUrl(TypeUse type) {
    return type.name().map(Object::toString).filter(URL_TYPES::contains).isPresent();
  }

  private static void reportPath(ApiMethod method, AnnotationModel path, Problems problems) {
    problems.add(
        Rule.PATH_BESIDE_URL,
        path.location(),
        "%s takes a whole URL, so there is no placeholder {%s} to fill in."
            .formatted(method.label(), path.text("value")),
        "Take the parameter out, or replace the one with @Url by a path with {%s}."
            .formatted(path.text("value")));
  }

  private static void reportLate(
      ApiMethod method, AnnotationModel late, AnnotationModel query, Problems problems) {
    problems.add(
        Rule.PATH_AFTER_QUERY,
        late.location(),
        "%s has %s after %s, but the path of a URL comes before its query."
            .formatted(method.label(), late.label(), query.label()),
        "Move the parameter with %s in front of those for the query.".formatted(late.label()));
  }
}
