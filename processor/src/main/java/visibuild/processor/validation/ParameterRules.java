package visibuild.processor.validation;

import java.util.List;
import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.Verb;

/** Each parameter goes to one place of the request. */
final class ParameterRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      List<AnnotationModel> purposes = parameter.retrofitAnnotations();
      if (purposes.isEmpty()
          && !parameter.isOptions()
          && !VerbRules.isStrayContinuation(parameter)) {
        reportWithoutPurpose(method, parameter, problems);
      }
      if (purposes.size() > 1) {
        problems.add(
            Rule.PARAMETER_WITH_TWO_PURPOSES,
            purposes.get(1).location(),
            "The parameter %s of %s goes to several places of the request: %s."
                .formatted(
                    parameter.name(),
                    method.label(),
                    String.join(", ", purposes.stream().map(AnnotationModel::label).toList())),
            "Keep one of the annotations, and write a parameter of its own for each other.");
      }
    }
  }

  private static void reportWithoutPurpose(
      ApiMethod method, Parameter parameter, Problems problems) {
    Optional<AnnotationModel> foreign = ForeignRequestAnnotations.purposeOf(parameter);
    String wrong =
        "The parameter %s of %s does not say where it goes in the request"
            .formatted(parameter.name(), method.label());
    if (foreign.isPresent()) {
      problems.add(
          Rule.PARAMETER_WITHOUT_PURPOSE,
          foreign.get().location(),
          "%s: this %s is %s's, not Retrofit's."
              .formatted(wrong, foreign.get().label(), foreign.get().type().packageName()),
          "Import retrofit2.http.%s and write %s."
              .formatted(
                  ForeignRequestAnnotations.retrofitName(foreign.get(), parameter, method),
                  ForeignRequestAnnotations.retrofitPurpose(foreign.get(), parameter, method)));
    } else {
      problems.add(
          Rule.PARAMETER_WITHOUT_PURPOSE,
          parameter.location(),
          wrong + ".",
          instead(parameter, method));
    }
  }

  private static String instead(Parameter parameter, ApiMethod method) {
    if (fillsPlaceholder(parameter, method)) {
      return "Did you mean @Path(\"%s\")?".formatted(parameter.name());
    }
    return isMissingBody(parameter, method)
        ? "Did you mean @Body?"
        : "Add one of Retrofit's annotations, such as @Query(\"%1$s\") or @Header(\"%1$s\")."
            .formatted(parameter.name());
  }

  /** The one record of a request that has a body, and nothing for it. */
  private static boolean isMissingBody(Parameter parameter, ApiMethod method) {
    return method.verb().filter(Verb::hasBody).isPresent()
        && !method.uses(RetrofitAnnotations.BODY)
        && method.annotation(RetrofitAnnotations.FORM_URL_ENCODED).isEmpty()
        && method.annotation(RetrofitAnnotations.MULTIPART).isEmpty()
        && parameter.type().form() == Form.DECLARED
        && !parameter.type().erasure().toString().startsWith("java.")
        && method.parameters().stream()
                .filter(each -> each.retrofitAnnotations().isEmpty() && !each.isOptions())
                .count()
            == 1;
  }

  private static boolean fillsPlaceholder(Parameter parameter, ApiMethod method) {
    return method
        .verb()
        .filter(verb -> new PathText(verb.path()).placeholders().contains(parameter.name()))
        .isPresent();
  }
}
