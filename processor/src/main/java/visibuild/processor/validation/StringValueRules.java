package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.RetrofitAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;

/**
 * Each value in a URL, a header or a form has a text with the same meaning. Java's types, enums and
 * classes with {@code @JsonValue} are sent as the mapper writes them in JSON, other values by
 * {@code toString()}.
 */
final class StringValueRules implements MethodRules {
  private static final List<ClassName> TEXTS =
      List.of(
          RetrofitAnnotations.PATH,
          RetrofitAnnotations.QUERY,
          RetrofitAnnotations.QUERY_NAME,
          RetrofitAnnotations.HEADER,
          RetrofitAnnotations.FIELD);

  /** Retrofit sends each value of such a map as one text. */
  private static final List<ClassName> MAPS =
      List.of(
          RetrofitAnnotations.QUERY_MAP,
          RetrofitAnnotations.HEADER_MAP,
          RetrofitAnnotations.FIELD_MAP);

  /** By type without a useful text, an example of its text. */
  private static final Map<ClassName, String> USELESS_TEXTS =
      Map.ofEntries(
          Map.entry(LibraryTypes.OPTIONAL, "Optional[...]"),
          Map.entry(ClassName.get("java.util", "OptionalInt"), "OptionalInt[...]"),
          Map.entry(ClassName.get("java.util", "OptionalLong"), "OptionalLong[...]"),
          Map.entry(ClassName.get("java.util", "OptionalDouble"), "OptionalDouble[...]"),
          Map.entry(ClassName.get("com.google.common.base", "Optional"), "Optional.of(...)"),
          Map.entry(ClassName.get("java.util", "Iterator"), "Itr@..."),
          Map.entry(ClassName.get("java.util", "Enumeration"), "Enumeration@..."),
          Map.entry(ClassName.get("java.util", "TimeZone"), "ZoneInfo[id=...]"),
          Map.entry(ClassName.get("java.lang", "Runnable"), "Lambda@..."),
          Map.entry(ClassName.get("java.util.concurrent", "Callable"), "Lambda@..."),
          Map.entry(ClassName.get("java.util.concurrent", "Future"), "Future@..."),
          Map.entry(
              ClassName.get("java.util.concurrent", "CompletionStage"), "CompletableFuture@..."),
          Map.entry(LibraryTypes.COMPLETABLE_FUTURE, "CompletableFuture@..."),
          Map.entry(ClassName.get("okhttp3", "RequestBody"), "RequestBody@..."),
          Map.entry(LibraryTypes.RESPONSE_BODY, "ResponseBody@..."));

  /** Types of old dates, with an example of their text, which no server reads. */
  private static final Map<ClassName, String> OLD_DATES =
      Map.of(
          ClassName.get("java.util", "Date"), "Thu Jan 01 00:00:00 UTC 1970",
          ClassName.get("java.sql", "Timestamp"), "1970-01-01 00:00:00.0",
          ClassName.get("java.util", "Calendar"), "java.util.GregorianCalendar[time=0,...]",
          ClassName.get("java.util", "GregorianCalendar"),
              "java.util.GregorianCalendar[time=0,...]");

  private static final Set<String> LAMBDA_PACKAGES =
      Set.of("java.util.function", "java.util.stream");

  @Override
  public void check(ApiMethod method, ApiInterface api, Problems problems) {
    for (Parameter parameter : method.parameters()) {
      for (AnnotationModel purpose : parameter.retrofitAnnotations()) {
        if (TEXTS.contains(purpose.type()) && !parameter.type().isOpen()) {
          check(method, parameter, purpose, SourceLanguage.of(api), problems);
        } else if (MAPS.contains(purpose.type()) && !parameter.type().entry().isEmpty()) {
          checkValues(method, parameter, purpose, SourceLanguage.of(api), problems);
        }
      }
    }
  }

  private static void check(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      SourceLanguage language,
      Problems problems) {
    TypeUse type = parameter.type();
    boolean path = purpose.is(RetrofitAnnotations.PATH);
    if (!path && type.has(Trait.ITERABLE) && type.arguments().isEmpty()) {
      return; // Another rule reports values of an unknown type.
    }
    TypeUse single = path ? type : elementOf(type);
    Optional<String> text = textOf(single);
    if (text.isPresent()) {
      problems.add(
          Rule.VALUE_WITHOUT_TEXT,
          parameter.location(),
          "The parameter %s of %s is sent as text, but the text of %s is \"%s\"."
              .formatted(parameter.name(), method.label(), single.label(), text.get()),
          remedy(parameter, purpose, single, language));
    }
  }

  /** Retrofit sends one text for each value of a map, whatever its type. */
  private static void checkValues(
      ApiMethod method,
      Parameter parameter,
      AnnotationModel purpose,
      SourceLanguage language,
      Problems problems) {
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
                    "Write %s; for several values of one name, add a parameter: @%s(\"name\") %s."
                        .formatted(
                            language.parameter("Map<String, String>", parameter.name()),
                            purpose.type().simpleName().replace("Map", ""),
                            language.parameter("List<String>", "values"))));
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
    if (type.has(Trait.STREAM) || type.has(Trait.OBJECT_TO_STRING)) {
      return Optional.of(type.label() + "@...");
    }
    if (type.has(Trait.LIBRARY_TO_STRING)) {
      return Optional.of(type.label() + (type.has(Trait.ABSTRACT) ? "{...}" : "(...)"));
    }
    if (type.has(Trait.JSON_OBJECT)) {
      return Optional.of("{...}");
    }
    if (type.has(Trait.COLLECTION)) {
      return Optional.of("[...]");
    }
    if (type.name().isEmpty()) {
      return Optional.empty();
    }
    ClassName name = type.name().get();
    if (LAMBDA_PACKAGES.contains(name.packageName())) {
      return Optional.of(type.label() + "@...");
    }
    String useless = USELESS_TEXTS.get(name);
    return Optional.ofNullable(useless == null ? OLD_DATES.get(name) : useless);
  }

  private static String remedy(
      Parameter parameter, AnnotationModel purpose, TypeUse single, SourceLanguage language) {
    String name = parameter.name();
    boolean isPath = purpose.is(RetrofitAnnotations.PATH);
    if (single.name().filter(OLD_DATES::containsKey).isPresent()) {
      return "Write %s, which is sent as in JSON."
          .formatted(language.parameter("java.time.Instant", name));
    }
    if (single.has(Trait.MAP)) {
      return isPath
          ? "Take one value, such as %s.".formatted(language.parameter("String", name))
          : "Take one value, or write @%sMap for any number of names."
              .formatted(purpose.type().simpleName().replace("Name", ""));
    }
    if (isText(single)) {
      return "Take the value itself, such as %s.".formatted(language.parameter("String", name));
    }
    if (single.form() == Form.ARRAY || single.has(Trait.COLLECTION)) {
      return isPath
          ? "Take one value, such as %s; several belong in the query: @Query(\"%s\") %s."
              .formatted(
                  language.parameter("String", name),
                  name,
                  language.parameter("List<String>", name))
          : "Take a list of single values, such as %s."
              .formatted(language.parameter("List<String>", name));
    }
    if (single.has(Trait.JSON_OBJECT)) {
      return "Take its values one by one, such as %s."
          .formatted(language.parameter("String", name));
    }
    if (single.has(Trait.RECORD_TO_STRING)
        || single.has(Trait.OBJECT_TO_STRING)
        || single.has(Trait.LIBRARY_TO_STRING)) {
      return "Take its values one by one, such as %s; or override toString() in %s."
          .formatted(language.parameter("String", name), single.label());
    }
    return isPath
        ? "Take the value itself, such as %s.".formatted(language.parameter("String", name))
        : "Take the value itself, such as %s. If it may be absent, write %s and pass null."
            .formatted(
                language.parameter("String", name),
                language == SourceLanguage.KOTLIN
                    ? name + ": String?"
                    : "@Nullable String " + name);
  }

  /** JSON writes these arrays as one text, and Retrofit would send each element. */
  private static boolean isText(TypeUse type) {
    return type.form() == Form.ARRAY
        && (type.argument().source().equals(TypeName.BYTE)
            || type.argument().source().equals(TypeName.CHAR));
  }

  private static TypeUse elementOf(TypeUse type) {
    boolean several =
        (type.form() == Form.ARRAY && !isText(type))
            || (type.has(Trait.ITERABLE) && type.arguments().size() == 1);
    return several ? type.argument() : type;
  }
}
