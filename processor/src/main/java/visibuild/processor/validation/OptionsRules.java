package visibuild.processor.validation;

import java.util.ArrayList;
import java.util.List;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;

/** The options of a call are a single parameter, and no part of the request. */
final class OptionsRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    List<Parameter> options = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      if (isElsewhere(parameter)) {
        reportElsewhere(method, parameter, SourceLanguage.of(api), problems);
      } else if (parameter.isOptions()) {
        options.add(parameter);
      }
    }
    if (options.size() > 1
        && options.stream().anyMatch(each -> each.annotation(RetrofitAnnotations.TAG).isEmpty())) {
      problems.add(
          Rule.REQUEST_OPTIONS,
          options.get(1).location(),
          "%s takes the options of its call twice: %s and %s."
              .formatted(method.label(), options.get(0).name(), options.get(1).name()),
          "Keep one of them: RequestOptions can hold several settings.");
    }
  }

  /** Options travel as a tag, so {@code @Tag} is redundant and harmless. */
  private static boolean isElsewhere(Parameter parameter) {
    List<AnnotationModel> purposes = parameter.retrofitAnnotations();
    return parameter.isOptions()
        ? purposes.stream().anyMatch(purpose -> !purpose.is(RetrofitAnnotations.TAG))
        : isInside(parameter.type());
  }

  private static boolean isInside(TypeUse type) {
    for (TypeUse argument : type.arguments()) {
      if (argument.is(LibraryTypes.REQUEST_OPTIONS) || isInside(argument)) {
        return true;
      }
    }
    return false;
  }

  private static void reportElsewhere(
      ApiMethod method, Parameter parameter, SourceLanguage language, Problems problems) {
    problems.add(
        Rule.REQUEST_OPTIONS,
        parameter.location(),
        "The parameter %s of %s would put the options of a call into the request."
            .formatted(parameter.name(), method.label()),
        "Write %s, without an annotation of Retrofit's."
            .formatted(language.parameter("RequestOptions", parameter.name())));
  }
}
