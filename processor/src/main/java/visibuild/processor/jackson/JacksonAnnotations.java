package visibuild.processor.jackson;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/** Reads the annotations of Jackson's on classes and members. */
public final class JacksonAnnotations {
  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String BUNDLE = "com.fasterxml.jackson.annotation.JacksonAnnotationsInside";
  private static final String VALUE = "com.fasterxml.jackson.annotation.JsonValue";
  private static final String FORMAT = "com.fasterxml.jackson.annotation.JsonFormat";
  static final String IGNORE = "com.fasterxml.jackson.annotation.JsonIgnore";
  private static final Set<String> OBJECT_SHAPES = Set.of("OBJECT", "POJO");
  private static final String WRITES_ITSELF = "com.fasterxml.jackson.databind.JsonSerializable";

  private static final Set<String> DECODING =
      Set.of(
          BUNDLE,
          "com.fasterxml.jackson.annotation.JsonCreator",
          "com.fasterxml.jackson.annotation.JsonSubTypes",
          "com.fasterxml.jackson.annotation.JsonTypeInfo",
          "com.fasterxml.jackson.databind.annotation.JsonDeserialize");

  private JacksonAnnotations() {}

  /** Returns Jackson's annotations on {@code element}, those in a bundle included. */
  public static Stream<? extends AnnotationMirror> on(Element element) {
    return Stream.concat(Stream.of(element), bundlesOn(element))
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .filter(annotation -> isJacksons(MoreElements.typeOf(annotation)));
  }

  /** Returns whether {@code element} has an annotation of Jackson's, directly or in a bundle. */
  static boolean isOn(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement type = MoreElements.typeOf(annotation);
      if (isJacksons(type) || isBundle(type)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the annotations on {@code element} that bundle some of Jackson's. */
  public static Stream<TypeElement> bundlesOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(MoreElements::typeOf)
        .filter(JacksonAnnotations::isBundle);
  }

  /** Jackson opens one bundle, but no bundle in a bundle. */
  static boolean isBundle(TypeElement annotation) {
    return MoreElements.isAnnotationPresent(annotation, BUNDLE);
  }

  /** Returns the classes that {@code annotation} names: subtypes, deserializers, builders. */
  public static Stream<TypeMirror> referencedTypes(AnnotationMirror annotation) {
    return annotation.getElementValues().values().stream()
        .flatMap(JacksonAnnotations::referencedTypes);
  }

  private static Stream<TypeMirror> referencedTypes(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof TypeMirror type) {
      return Stream.of(type);
    }
    if (content instanceof AnnotationMirror nested) {
      return referencedTypes(nested);
    }
    return content instanceof List<?> values
        ? values.stream()
            .map(AnnotationValue.class::cast)
            .flatMap(JacksonAnnotations::referencedTypes)
        : Stream.empty();
  }

  /** Returns whether {@code type} extends a class of Jackson's, as a deserializer does. */
  public static boolean isJacksonComponent(TypeMirror type, Types types) {
    return types.directSupertypes(type).stream()
        .filter(parent -> parent.getKind() == TypeKind.DECLARED)
        .anyMatch(
            parent -> {
              TypeElement element = MoreTypes.asTypeElement(parent);
              return isJacksons(element)
                  ? !element.getQualifiedName().contentEquals(WRITES_ITSELF)
                  : isJacksonComponent(parent, types);
            });
  }

  /**
   * Returns whether {@code type} directs Jackson to a class or a method, by an annotation on the
   * type or on a method, directly or in a bundle.
   */
  public static boolean sayHowToDecode(TypeElement type) {
    if (areDecoding(type, ModelLibrary.writesSubclassOf(type))) {
      return true;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD && areDecoding(member, false)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code type} defines its own JSON by {@code @JsonValue}. */
  public static boolean defineValue(TypeElement type) {
    return valueOf(type).isPresent();
  }

  /** Returns the type of the value that {@code type} defines as its JSON. */
  public static Optional<TypeMirror> valueOf(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      AnnotationMirror annotation = MoreElements.annotation(member, VALUE);
      if (annotation != null && !isSwitchedOff(annotation)) {
        return Optional.of(
            member instanceof ExecutableElement method ? method.getReturnType() : member.asType());
      }
    }
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED && type.getKind() == ElementKind.CLASS
        ? valueOf(MoreTypes.asTypeElement(above))
        : Optional.empty();
  }

  /** Returns whether Jackson writes the constants of the enum {@code type} as objects. */
  public static boolean writeAsObject(TypeElement type) {
    AnnotationMirror format = MoreElements.annotation(type, FORMAT);
    return format != null
        && format.getElementValues().values().stream()
            .anyMatch(
                value ->
                    OBJECT_SHAPES.contains(value.getValue().toString().replaceFirst(".*\\.", "")));
  }

  private static boolean isSwitchedOff(AnnotationMirror annotation) {
    return annotation.getElementValues().values().stream()
        .anyMatch(value -> value.getValue().equals(false));
  }

  /**
   * An annotation without values marks a class that a module makes. It does not name the subclass
   * that a library writes.
   */
  private static boolean areDecoding(Element element, boolean needValues) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      TypeElement type = MoreElements.typeOf(annotation);
      if (isDecoding(type)) {
        return !needValues || !annotation.getElementValues().isEmpty();
      }
      for (AnnotationMirror bundled : type.getAnnotationMirrors()) {
        if (isDecoding(MoreElements.typeOf(bundled))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDecoding(TypeElement annotation) {
    return DECODING.contains(annotation.getQualifiedName().toString());
  }

  static boolean isJacksons(TypeElement type) {
    return type.getQualifiedName().toString().startsWith(JACKSON);
  }
}
