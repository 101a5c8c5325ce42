package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** The type of each parameter fits its annotation, and the client can name all types. */
final class ParameterTypeRules implements MethodRules {
  /** Retrofit sends each value of an {@code Iterable} separately for these. */
  private static final List<ClassName> REPEATED =
      List.of(
          RetrofitAnnotations.QUERY,
          RetrofitAnnotations.QUERY_NAME,
          RetrofitAnnotations.HEADER,
          RetrofitAnnotations.FIELD,
          RetrofitAnnotations.PART);

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    checkAccess(method, method.returnType(), method.returnTypeLocation(), problems);
    for (TypeUse bound : method.bounds()) {
      checkAccess(method, bound, method.location(), problems);
    }
    for (Parameter parameter : method.parameters()) {
      checkAccess(method, parameter.type(), parameter.location(), problems);
      List<AnnotationModel> purposes = parameter.retrofitAnnotations();
      if (!purposes.isEmpty() && parameter.type().isOpen()) {
        reportOpen(method, parameter, purposes.get(0), SourceLanguage.of(api), problems);
      } else {
        for (AnnotationModel purpose : purposes) {
          checkValues(method, parameter, purpose, SourceLanguage.of(api), problems);
          MapRules.check(method, parameter, purpose, SourceLanguage.of(api), problems);
        }
      }
    }
  }

  private static void reportOpen(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      SourceLanguage language,
      Problems problems) {
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
                    ? "a wildcard stands for an unknown type"
                    : "a type variable stands for an unknown type"),
        wildcard && language == SourceLanguage.KOTLIN
            ? "Kotlin adds the wildcard for subtypes; write %s."
                .formatted(
                    language.type(
                        parameter.type().label().replace("? extends ", "@JvmSuppressWildcards ")))
            : "Write the type itself, such as %s."
                .formatted(
                    language.parameter(
                        language.type(example(parameter.type(), purpose)), parameter.name())));
  }

  /** Returns a type like {@code type} without unknown parts, which fits {@code purpose}. */
  private static String example(TypeUse type, AnnotationModel purpose) {
    String name = purpose.type().simpleName();
    boolean isMap = type.has(Trait.MAP) && type.arguments().size() == 2;
    return switch (name) {
      case "Path", "Url" -> "String";
      case "Tag", "Body" -> CompletedTypes.complete(type, "Object");
      case "QueryMap", "HeaderMap", "FieldMap", "PartMap" -> {
        String value = name.equals("PartMap") ? "RequestBody" : "String";
        yield "Map<String, %s>"
            .formatted(isMap ? CompletedTypes.complete(type.arguments().get(1), value) : value);
      }
      default ->
          type.has(Trait.ITERABLE) || type.form() == TypeUse.Form.ARRAY
              ? CompletedTypes.complete(type, "String")
              : "String";
    };
  }

  private static void checkAccess(
      ApiMethod method, TypeUse type, SourceLocation location, Problems problems) {
    Optional<TypeUse> hidden = inaccessibleIn(type);
    if (hidden.isPresent()) {
      String label = hidden.get().label();
      problems.add(
          Rule.INACCESSIBLE_TYPE,
          location,
          "%s uses %s, which its client cannot access from the package of the interface."
              .formatted(method.label(), label),
          "Make %s package-private or public, and if it is inherited from another".formatted(label)
              + " package, public.");
    }
  }

  private static Optional<TypeUse> inaccessibleIn(TypeUse type) {
    if (type.has(Trait.INACCESSIBLE)) {
      return Optional.of(type);
    }
    for (TypeUse argument : type.arguments()) {
      Optional<TypeUse> hidden = inaccessibleIn(argument);
      if (hidden.isPresent()) {
        return hidden;
      }
    }
    return Optional.empty();
  }

  private static void checkValues(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      SourceLanguage language,
      Problems problems) {
    TypeUse type = parameter.type();
    if (REPEATED.contains(purpose.type())
        && type.has(Trait.ITERABLE)
        && type.arguments().isEmpty()) {
      boolean isRaw = type.form() == TypeUse.Form.RAW;
      String one = purpose.is(RetrofitAnnotations.PART) ? "okhttp3.RequestBody" : "String";
      String several = language.parameter("List<%s>".formatted(one), parameter.name());
      problems.add(
          Rule.RAW_VALUES,
          parameter.location(),
          (isRaw
                  ? "The parameter %s of %s has several values, but the type argument of %s is missing."
                  : "The parameter %s of %s has several values for Retrofit, because %s is an Iterable, but without a type argument.")
              .formatted(parameter.name(), method.label(), type.label()),
          isRaw
              ? "Write %s, or another type argument.".formatted(several)
              : "Write %s for one value, or %s for several."
                  .formatted(language.parameter(one, parameter.name()), several));
    }
  }
}
