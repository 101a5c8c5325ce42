package visibuild.processor.validation;

import java.util.Optional;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;

/** A part has one name, from its annotation or from its own type. */
final class PartRules implements MethodRules {
  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      if (!parameter.type().isOpen()) {
        Optional<AnnotationModel> part = parameter.annotation(RetrofitAnnotations.PART);
        if (part.isPresent()) {
          checkPart(method, parameter, part.get(), problems);
        }
        if (isMapOfParts(parameter.type())
            && parameter.annotation(RetrofitAnnotations.PART_MAP).isPresent()) {
          reportMapOfParts(method, parameter, SourceLanguage.of(api), problems);
        }
      }
    }
  }

  private static boolean isMapOfParts(TypeUse type) {
    return type.has(Trait.MAP)
        && type.entry().size() == 2
        && type.entry().get(0).is(LibraryTypes.STRING)
        && type.entry().get(1).is(LibraryTypes.PART);
  }

  private static void reportMapOfParts(
      ApiMethod method, Parameter parameter, SourceLanguage language, Problems problems) {
    String name = parameter.name();
    problems.add(
        Rule.PART_MAP_VALUE,
        parameter.location(),
        "The parameter %s of %s, with @PartMap, names each part twice: by its key and in its"
                .formatted(parameter.name(), method.label())
            + " MultipartBody.Part.",
        "Write @Part %s, or @PartMap %s."
            .formatted(
                language.parameter("List<MultipartBody.Part>", name),
                language.parameter(
                    language == SourceLanguage.KOTLIN
                        ? "Map<String, @JvmSuppressWildcards RequestBody>"
                        : "Map<String, RequestBody>",
                    name)));
  }

  private static void checkPart(
      ApiMethod method, Parameter parameter, AnnotationModel purpose, Problems problems) {
    TypeUse type = parameter.type();
    checkHeader(method, purpose, problems);
    boolean rawValues = type.has(Trait.ITERABLE) && type.arguments().isEmpty();
    if (!rawValues) {
      checkName(method, parameter, purpose, problems);
    }
  }

  private static void checkName(
      ApiMethod method, Parameter parameter, AnnotationModel purpose, Problems problems) {
    String name = purpose.text("value");
    TypeUse type = parameter.type();
    boolean named = elementOf(type).is(LibraryTypes.PART);
    if (name.isEmpty() && !named) {
      problems.add(
          Rule.PART_NAME,
          purpose.location(),
          "The part %s of %s has no name.".formatted(parameter.name(), method.label()),
          "Write @Part(\"%s\"), or take a MultipartBody.Part, which has a name of its own."
              .formatted(parameter.name()));
    } else if (!name.isEmpty() && named) {
      problems.add(
          Rule.PART_NAME,
          purpose.locationOf("value"),
          "The part %s of %s is named twice: by @Part(\"%s\") and in its MultipartBody.Part."
              .formatted(parameter.name(), method.label(), name),
          "Write @Part without a name.");
    }
  }

  private static void checkHeader(ApiMethod method, AnnotationModel part, Problems problems) {
    for (String member : new String[] {"value", "encoding"}) {
      String text = part.text(member);
      if (!part.text("value").isEmpty() && !HeaderText.isValue(text)) {
        problems.add(
            Rule.MALFORMED_PART,
            part.locationOf(member),
            "\"%s\" of a part of %s has %s, which a part's header cannot have."
                .formatted(text, method.label(), HeaderText.foreignIn(text)),
            "Use ASCII letters, digits and punctuation only.");
      }
    }
  }

  private static TypeUse elementOf(TypeUse type) {
    boolean several = type.form() == Form.ARRAY || type.has(Trait.ITERABLE);
    return several ? type.argument() : type;
  }
}
