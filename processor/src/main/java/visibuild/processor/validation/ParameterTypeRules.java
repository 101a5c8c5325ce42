package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Each parameter has a type that fits what it is for. */
final class ParameterTypeRules implements MethodRules {
  /** Each value of an {@code Iterable} becomes one of these. */
  private static final List<ClassName> REPEATED =
      List.of(
          RetrofitAnnotations.QUERY,
          RetrofitAnnotations.QUERY_NAME,
          RetrofitAnnotations.HEADER,
          RetrofitAnnotations.FIELD,
          RetrofitAnnotations.PART);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      List<AnnotationModel> purposes = parameter.retrofitAnnotations();
      if (!purposes.isEmpty() && parameter.type().isOpen()) {
        reportOpen(method, parameter, api.context().isKotlin(), problems);
      } else {
        for (AnnotationModel purpose : purposes) {
          checkValues(method, parameter, purpose, problems);
          MapRules.check(method, parameter, purpose, problems);
          PartRules.check(method, parameter, purpose, problems);
        }
      }
    }
  }

  private static void reportOpen(
      ApiMethod method, Parameter parameter, boolean isKotlin, Problems problems) {
    boolean wildcard = parameter.type().contains(part -> part.form() == TypeUse.Form.WILDCARD);
    problems.add(
        Rule.OPEN_PARAMETER_TYPE,
        parameter.location(),
        "The parameter %s of %s has the type %s, in which %s."
            .formatted(
                parameter.name(),
                method.label(),
                parameter.type().label(),
                wildcard
                    ? "a wildcard leaves open what it is"
                    : "a type variable leaves open what it is"),
        wildcard && isKotlin
            ? "Kotlin lets it be of a subtype; write List<@JvmSuppressWildcards Status>."
            : "Write the type out, such as List<String>.");
  }

  private static void checkValues(
      ApiMethod method, Parameter parameter, AnnotationModel purpose, Problems problems) {
    TypeUse type = parameter.type();
    if (REPEATED.contains(purpose.type())
        && type.has(Trait.ITERABLE)
        && type.arguments().isEmpty()) {
      problems.add(
          Rule.RAW_VALUES,
          parameter.location(),
          "The parameter %s of %s has several values, but its type %s does not say of which type."
              .formatted(parameter.name(), method.label(), type.label()),
          "Write it with the type argument, such as List<String> %s.".formatted(parameter.name()));
    }
  }
}
