package visibuild.processor.jackson;

import static visibuild.processor.jackson.ModelLibrary.LOMBOK;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The members that Lombok adds to a class, derived from its annotations: Lombok may add them after
 * this processor has read the class.
 */
final class LombokMembers {
  private final Elements elements;
  private final FieldInitializers initializers;

  LombokMembers(Elements elements, FieldInitializers initializers) {
    this.elements = elements;
    this.initializers = initializers;
  }

  /**
   * Returns the parameters of the constructor that Lombok adds to {@code type} in place of Java's
   * default constructor; empty if Lombok adds none.
   */
  Optional<List<VariableElement>> constructorOf(TypeElement type) {
    if (type.getAnnotationMirrors().isEmpty()) {
      return Optional.empty();
    }
    if (has(type, "NoArgsConstructor")) {
      return Optional.of(List.of());
    }
    if (has(type, "AllArgsConstructor")) {
      return Optional.of(allFields(type));
    }
    if (has(type, "RequiredArgsConstructor")) {
      return Optional.of(requiredFields(type));
    }
    if (hasWrittenConstructor(type)) {
      return Optional.empty();
    }
    if (has(type, "Value") || has(type, "Builder") || has(type, "experimental.SuperBuilder")) {
      return Optional.of(allFields(type));
    }
    return has(type, "Data") ? Optional.of(requiredFields(type)) : Optional.empty();
  }

  /** Returns whether Lombok adds a public getter of {@code field} that Jackson recognizes. */
  boolean addsGetter(TypeElement type, VariableElement field) {
    return (adds("Getter", type, field) || has(type, "Data") || has(type, "Value"))
        && !isFluent(type, field);
  }

  /** Returns whether Lombok adds a public setter of {@code field} that Jackson recognizes. */
  boolean addsSetter(TypeElement type, VariableElement field) {
    return !field.getModifiers().contains(Modifier.FINAL)
        && (adds("Setter", type, field) || has(type, "Data"))
        && !isFluent(type, field);
  }

  private static boolean adds(String accessor, TypeElement type, VariableElement field) {
    return LOMBOK
        .annotation(field, accessor)
        .map(LombokMembers::isPublic)
        .orElseGet(
            () -> LOMBOK.annotation(type, accessor).filter(LombokMembers::isPublic).isPresent());
  }

  private static boolean isPublic(AnnotationMirror accessor) {
    return accessor.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .allMatch(entry -> entry.getValue().toString().endsWith("PUBLIC"));
  }

  private static boolean isFluent(TypeElement type, VariableElement field) {
    return Stream.of(field, type)
        .flatMap(element -> LOMBOK.annotation(element, "experimental.Accessors").stream())
        .anyMatch(
            accessors ->
                accessors.getElementValues().entrySet().stream()
                    .anyMatch(
                        entry ->
                            entry.getKey().getSimpleName().contentEquals("fluent")
                                && entry.getValue().getValue().equals(true)));
  }

  private List<VariableElement> allFields(TypeElement type) {
    boolean allFinal = has(type, "Value");
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> !(isFinal(field, allFinal) && initializers.mayHave(field)))
        .toList();
  }

  private List<VariableElement> requiredFields(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> isFinal(field, false) || has(field, "NonNull"))
        .filter(field -> !initializers.mayHave(field))
        .toList();
  }

  private static boolean isFinal(VariableElement field, boolean allFinal) {
    return allFinal || field.getModifiers().contains(Modifier.FINAL);
  }

  /** Java's default constructor is mandated, not written. */
  private boolean hasWrittenConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(this::isWritten);
  }

  private boolean isWritten(ExecutableElement constructor) {
    return elements.getOrigin(constructor) == Elements.Origin.EXPLICIT;
  }

  private static boolean has(Element element, String annotation) {
    return LOMBOK.annotation(element, annotation).isPresent();
  }
}
