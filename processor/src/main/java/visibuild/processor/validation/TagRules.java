package visibuild.processor.validation;

import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.Set;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;

/** A request has one tag of each type. */
final class TagRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    Set<TypeName> seen = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      if (parameter.annotation(RetrofitAnnotations.TAG).isEmpty() || parameter.type().isOpen()) {
        continue;
      }
      if (!seen.add(parameter.type().erasure().box())) {
        reportRepeated(method, parameter, SourceLanguage.of(api), problems);
      }
    }
  }

  private static void reportRepeated(
      ApiMethod method, Parameter parameter, SourceLanguage language, Problems problems) {
    problems.add(
        Rule.REPEATED_TAG,
        parameter.location(),
        "The tag %s of %s replaces an earlier one: a request has one tag for each class."
            .formatted(parameter.name(), method.label()),
        "Keep one of them, or declare a separate class for each, such as %s with @Tag %s."
            .formatted(
                language == SourceLanguage.KOTLIN
                    ? "class TraceId(val value: String)"
                    : "record TraceId(String value) {}",
                language.parameter("TraceId", parameter.name())));
  }
}
