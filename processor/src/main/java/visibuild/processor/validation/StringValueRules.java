package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
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

/** What becomes part of a URL, a header or a form is something whose text means what it is. */
final class StringValueRules implements MethodRules {
  private static final List<ClassName> TEXTS =
      List.of(
          RetrofitAnnotations.PATH,
          RetrofitAnnotations.QUERY,
          RetrofitAnnotations.QUERY_NAME,
          RetrofitAnnotations.HEADER,
          RetrofitAnnotations.FIELD);

  /** Those whose values are sent as text, each as one. */
  private static final List<ClassName> MAPS =
      List.of(
          RetrofitAnnotations.QUERY_MAP,
          RetrofitAnnotations.HEADER_MAP,
          RetrofitAnnotations.FIELD_MAP);

  /** Types whose text tells nothing of what is in them, with an example of it. */
  private static final Map<ClassName, String> EMPTY_TEXTS =
      Map.of(
          LibraryTypes.OPTIONAL,
          "Optional[...]",
          ClassName.get("java.util", "OptionalInt"),
          "OptionalInt[...]",
          ClassName.get("java.util", "OptionalLong"),
          "OptionalLong[...]",
          ClassName.get("java.util", "OptionalDouble"),
          "OptionalDouble[...]",
          ClassName.get("java.util.stream", "Stream"),
          "ReferencePipeline@...",
          LibraryTypes.COMPLETABLE_FUTURE,
          "CompletableFuture@...",
          ClassName.get("java.util.function", "Supplier"),
          "Lambda@...");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel purpose : parameter.retrofitAnnotations()) {
        if (TEXTS.contains(purpose.type()) && !parameter.type().isOpen()) {
          check(method, parameter, purpose, problems);
        } else if (MAPS.contains(purpose.type()) && !parameter.type().entry().isEmpty()) {
          checkValues(method, parameter, purpose, problems);
        }
      }
    }
  }

  private static void check(
      ApiMethod method, Parameter parameter, AnnotationModel purpose, Problems problems) {
    TypeUse type = parameter.type();
    boolean path = purpose.is(RetrofitAnnotations.PATH);
    if (!path && type.has(Trait.ITERABLE) && type.arguments().isEmpty()) {
      return; // Of unknown values, which is another rule's matter.
    }
    TypeUse single = path ? type : elementOf(type);
    textOf(single)
        .ifPresent(
            text ->
                problems.add(
                    Rule.VALUE_WITHOUT_TEXT,
                    parameter.location(),
                    "The parameter %s of %s is sent as text, but the text of %s is \"%s\"."
                        .formatted(parameter.name(), method.label(), single.label(), text),
                    instead(parameter, purpose, single)));
  }

  /** Retrofit makes one text of each value of a map, whatever its type. */
  private static void checkValues(
      ApiMethod method, Parameter parameter, AnnotationModel purpose, Problems problems) {
    TypeUse value = parameter.type().entry().get(1);
    if (value.isOpen()) {
      return;
    }
    textOf(value)
        .ifPresent(
            text ->
                problems.add(
                    Rule.VALUE_WITHOUT_TEXT,
                    parameter.location(),
                    "The values of %s of %s are sent as text, but the text of %s is \"%s\"."
                        .formatted(parameter.name(), method.label(), value.label(), text),
                    "Write Map<String, String> %s; several values of one name are a parameter of"
                            .formatted(parameter.name())
                        + " their own: @%s(\"name\") List<String>."
                            .formatted(purpose.type().simpleName().replace("Map", ""))));
  }

  private static Optional<String> textOf(TypeUse type) {
    if (type.form() == Form.ARRAY) {
      return Optional.of("[L...;@...");
    }
    if (type.has(Trait.MAP)) {
      return Optional.of("{...}");
    }
    if (type.has(Trait.RECORD_TO_STRING)) {
      return Optional.of(type.label() + "[...]");
    }
    if (type.has(Trait.STREAM)) {
      return Optional.of(type.label() + "@...");
    }
    return type.has(Trait.COLLECTION)
        ? Optional.of("[...]")
        : type.name().flatMap(name -> Optional.ofNullable(EMPTY_TEXTS.get(name)));
  }

  private static String instead(Parameter parameter, AnnotationModel purpose, TypeUse single) {
    String name = parameter.name();
    if (single.has(Trait.MAP)) {
      return purpose.is(RetrofitAnnotations.PATH)
          ? "Take one value."
          : "Take one value, or write @%sMap for any number of names."
              .formatted(purpose.type().simpleName().replace("Name", ""));
    }
    if (single.form() == Form.ARRAY || single.has(Trait.COLLECTION)) {
      return purpose.is(RetrofitAnnotations.PATH)
          ? "Take one value; several go into a query: @Query(\"%s\") List<String> %s."
              .formatted(name, name)
          : "Take a list of single values, such as List<String> %s.".formatted(name);
    }
    if (single.has(Trait.RECORD_TO_STRING)) {
      return "Take its components one by one, such as String %s; or give %s a toString() that says"
              .formatted(name, single.label())
          + " what is to be sent.";
    }
    return purpose.is(RetrofitAnnotations.PATH)
        ? "Take the value itself, such as String %s.".formatted(name)
        : "Take the value itself, @Nullable where it may be left out: a null is not sent.";
  }

  private static TypeUse elementOf(TypeUse type) {
    boolean several =
        type.form() == Form.ARRAY || (type.has(Trait.ITERABLE) && type.arguments().size() == 1);
    return several ? type.argument() : type;
  }
}
