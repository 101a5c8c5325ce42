package visibuild.processor.jackson;

import static visibuild.processor.jackson.ModelLibrary.LOMBOK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import visibuild.processor.element.MoreElements;

/**
 * The members that Lombok adds to a class, derived from its annotations: Lombok may add them after
 * this processor has read the class.
 */
final class LombokMembers {
  private static final String ACCESSORS = "experimental.Accessors";
  private static final String FIELD_DEFAULTS = "experimental.FieldDefaults";
  private static final Set<Modifier> VISIBILITIES =
      EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

  private final Elements elements;
  private final FieldInitializers initializers;

  LombokMembers(Elements elements, FieldInitializers initializers) {
    this.elements = elements;
    this.initializers = initializers;
  }

  /**
   * Returns the parameter types of the constructors that Lombok adds to {@code type}; empty if
   * Lombok adds none, so that Java's default constructor stays.
   */
  List<List<TypeMirror>> constructorsOf(TypeElement type) {
    if (type.getAnnotationMirrors().isEmpty()) {
      return List.of();
    }
    List<List<TypeMirror>> added = new ArrayList<>();
    if (has(type, "NoArgsConstructor")) {
      added.add(List.of());
    }
    if (has(type, "AllArgsConstructor")) {
      added.add(allFields(type));
    }
    if (has(type, "RequiredArgsConstructor")) {
      added.add(requiredFields(type));
    }
    if (hasSuperBuilder(type)) {
      // The parameter is the builder, which is no scalar.
      added.add(List.of(type.asType()));
    }
    if (!added.isEmpty() || hasWrittenConstructor(type)) {
      return added;
    }
    if (has(type, "Value") || has(type, "Builder")) {
      return List.of(allFields(type));
    }
    return has(type, "Data") ? List.of(requiredFields(type)) : List.of();
  }

  /** Returns whether Lombok's accessors of {@code type} may have other names than JavaBeans'. */
  static boolean renamesAccessors(TypeElement type) {
    return has(type, ACCESSORS);
  }

  /** Returns whether Lombok adds a builder to {@code type}, or a constructor of it has one. */
  static boolean hasBuilder(TypeElement type) {
    return has(type, "Builder")
        || hasSuperBuilder(type)
        || type.getEnclosedElements().stream().anyMatch(member -> has(member, "Builder"));
  }

  private static boolean hasSuperBuilder(TypeElement type) {
    return has(type, "SuperBuilder") || has(type, "experimental.SuperBuilder");
  }

  /** Returns whether Lombok makes {@code field} public. */
  static boolean makesPublic(TypeElement type, VariableElement field) {
    return Collections.disjoint(field.getModifiers(), VISIBILITIES)
        && !has(field, "experimental.PackagePrivate")
        && LOMBOK
            .annotation(type, FIELD_DEFAULTS)
            .filter(defaults -> hasValue(defaults, "level", "PUBLIC"))
            .isPresent();
  }

  /** Returns whether Lombok adds a public getter of {@code field} that Jackson recognizes. */
  boolean addsGetter(TypeElement type, VariableElement field) {
    return adds("Getter", type, field, LombokMembers::isPublic) && !isFluent(type, field);
  }

  /** Returns whether Lombok adds a setter of {@code field}; Jackson calls private ones too. */
  boolean addsSetter(TypeElement type, VariableElement field) {
    return !isFinal(type, field)
        && adds("Setter", type, field, setter -> !hasValue(setter, "value", "NONE"))
        && !isFluent(type, field);
  }

  /** The annotation of the field counts more than that of the class, and that more than @Data. */
  private static boolean adds(
      String accessor,
      TypeElement type,
      VariableElement field,
      Predicate<AnnotationMirror> isUsable) {
    Optional<? extends AnnotationMirror> nearest =
        LOMBOK.annotation(field, accessor).isPresent()
            ? LOMBOK.annotation(field, accessor)
            : LOMBOK.annotation(type, accessor);
    return nearest.isPresent()
        ? isUsable.test(nearest.get())
        : has(type, "Data") || (accessor.equals("Getter") && has(type, "Value"));
  }

  private static boolean isPublic(AnnotationMirror accessor) {
    return accessor.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .allMatch(entry -> entry.getValue().toString().endsWith("PUBLIC"));
  }

  private static boolean isFluent(TypeElement type, VariableElement field) {
    return Stream.of(field, type)
        .flatMap(element -> LOMBOK.annotation(element, ACCESSORS).stream())
        .anyMatch(
            accessors ->
                accessors.getElementValues().entrySet().stream()
                    .anyMatch(
                        entry ->
                            entry.getKey().getSimpleName().contentEquals("fluent")
                                && entry.getValue().getValue().equals(true)));
  }

  private List<TypeMirror> allFields(TypeElement type) {
    return fields(type, field -> !(isFinal(type, field) && initializers.mayHave(field)));
  }

  private List<TypeMirror> requiredFields(TypeElement type) {
    return fields(
        type,
        field -> (isFinal(type, field) || has(field, "NonNull")) && !initializers.mayHave(field));
  }

  private static List<TypeMirror> fields(TypeElement type, Predicate<VariableElement> condition) {
    List<TypeMirror> types = new ArrayList<>();
    for (VariableElement field : MoreElements.fieldsIn(type)) {
      if (!field.getModifiers().contains(Modifier.STATIC) && condition.test(field)) {
        types.add(field.asType());
      }
    }
    return types;
  }

  private static boolean isFinal(TypeElement type, VariableElement field) {
    return field.getModifiers().contains(Modifier.FINAL)
        || (!has(field, "experimental.NonFinal")
            && (has(type, "Value")
                || LOMBOK
                    .annotation(type, FIELD_DEFAULTS)
                    .filter(defaults -> hasValue(defaults, "makeFinal", "true"))
                    .isPresent()));
  }

  /** Returns whether {@code attribute} is written, as a constant or a literal {@code text}. */
  private static boolean hasValue(AnnotationMirror annotation, String attribute, String text) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .anyMatch(entry -> entry.getValue().getValue().toString().endsWith(text));
  }

  /** Java's default constructor is mandated, not written. */
  boolean hasWrittenConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(this::isWritten);
  }

  /** Returns whether the source has {@code constructor}. */
  boolean isWritten(ExecutableElement constructor) {
    return elements.getOrigin(constructor) == Elements.Origin.EXPLICIT;
  }

  private static boolean has(Element element, String annotation) {
    return LOMBOK.annotation(element, annotation).isPresent();
  }
}
