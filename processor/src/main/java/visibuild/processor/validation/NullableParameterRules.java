package visibuild.processor.validation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Map;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;

/** A value that Retrofit requires is not {@code @Nullable}: Retrofit would throw in the call. */
final class NullableParameterRules implements MethodRules {
  private static final String EMPTY_MAP = "Take it off; Map.of() is a map of nothing.";

  /** The annotations that require a value, with their remedy. */
  private static final Map<ClassName, String> NEEDED =
      Map.of(
          RetrofitAnnotations.PATH, "Take it off, and write another method for the path without.",
          RetrofitAnnotations.URL, "Take it off: there is no request without its URL.",
          RetrofitAnnotations.BODY,
              "Take it off, and write another method for the request without a body.",
          RetrofitAnnotations.QUERY_MAP, EMPTY_MAP,
          RetrofitAnnotations.HEADER_MAP, EMPTY_MAP,
          RetrofitAnnotations.FIELD_MAP, EMPTY_MAP,
          RetrofitAnnotations.PART_MAP, EMPTY_MAP);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel purpose : parameter.retrofitAnnotations()) {
        String instead = NEEDED.get(purpose.type());
        if (instead != null && isNullable(parameter)) {
          problems.add(
              Rule.NULLABLE_PARAMETER,
              parameter.location(),
              "The parameter %s of %s is @Nullable, but Retrofit takes no null for %s."
                  .formatted(parameter.name(), method.label(), purpose.label()),
              instead);
        }
      }
    }
  }

  private static boolean isNullable(Parameter parameter) {
    for (AnnotationSpec annotation : parameter.type().source().annotations()) {
      if (isNullable(annotation.type())) {
        return true;
      }
    }
    for (AnnotationModel annotation : parameter.annotations()) {
      if (isNullable(annotation.type())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNullable(TypeName annotation) {
    return annotation instanceof ClassName name && name.simpleName().equals("Nullable");
  }
}
