package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** A parameter for any number of names is a map with names as keys. */
final class MapRules {
  private static final List<ClassName> MAPS =
      List.of(
          RetrofitAnnotations.QUERY_MAP,
          RetrofitAnnotations.HEADER_MAP,
          RetrofitAnnotations.FIELD_MAP,
          RetrofitAnnotations.PART_MAP);

  private MapRules() {}

  static void check(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      SourceLanguage language,
      Problems problems) {
    TypeUse type = parameter.type();
    if (!MAPS.contains(purpose.type())
        || (purpose.is(RetrofitAnnotations.HEADER_MAP) && type.is(LibraryTypes.HEADERS))) {
      return;
    }
    String what =
        "The parameter %s of %s, with %s, "
            .formatted(parameter.name(), method.label(), purpose.label());
    String example = language.parameter("Map<String, String>", parameter.name());
    if (!type.has(Trait.MAP)) {
      problems.add(
          Rule.NOT_A_MAP,
          parameter.location(),
          what + "is no map, but %s.".formatted(type.label()),
          "Write %s, or @%s(\"%s\") for a single one."
              .formatted(example, singular(purpose), parameter.name()));
    } else if (type.entry().isEmpty()) {
      problems.add(
          Rule.RAW_MAP,
          parameter.location(),
          what + "is a map of unknown types.",
          "Write the types of its entries, such as %s.".formatted(example));
    } else if (!type.entry().get(0).is(LibraryTypes.STRING)) {
      problems.add(
          Rule.MAP_KEY,
          parameter.location(),
          what + "has keys of type %s, but names are texts.".formatted(type.entry().get(0).label()),
          "Write %s.".formatted(example));
    }
  }

  private static String singular(AnnotationModel purpose) {
    return purpose.type().simpleName().replace("Map", "");
  }
}
