package visibuild.processor.jackson;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the annotations of Jackson's on classes and members. */
public final class JacksonAnnotations {
  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String BUNDLE = "com.fasterxml.jackson.annotation.JacksonAnnotationsInside";
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
        .filter(annotation -> isJacksons(typeOf(annotation)));
  }

  /** Returns the annotations on {@code element} that bundle some of Jackson's. */
  public static Stream<TypeElement> bundlesOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(JacksonAnnotations::typeOf)
        .filter(JacksonAnnotations::isBundle);
  }

  /** Jackson opens one bundle, but no bundle in a bundle. */
  static boolean isBundle(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(each -> typeOf(each).getQualifiedName().contentEquals(BUNDLE));
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
    return areDecoding(type)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(JacksonAnnotations::areDecoding);
  }

  /** Returns whether {@code type} defines its own JSON by {@code @JsonValue}. */
  public static boolean defineValue(TypeElement type) {
    return type.getEnclosedElements().stream()
        .flatMap(member -> member.getAnnotationMirrors().stream())
        .anyMatch(
            annotation ->
                typeOf(annotation)
                    .getQualifiedName()
                    .contentEquals("com.fasterxml.jackson.annotation.JsonValue"));
  }

  private static boolean areDecoding(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(JacksonAnnotations::typeOf)
        .anyMatch(
            annotation ->
                isDecoding(annotation)
                    || annotation.getAnnotationMirrors().stream()
                        .map(JacksonAnnotations::typeOf)
                        .anyMatch(JacksonAnnotations::isDecoding));
  }

  private static boolean isDecoding(TypeElement annotation) {
    return DECODING.contains(annotation.getQualifiedName().toString());
  }

  static boolean isJacksons(TypeElement type) {
    return type.getQualifiedName().toString().startsWith(JACKSON);
  }

  private static TypeElement typeOf(AnnotationMirror annotation) {
    return MoreElements.asType(annotation.getAnnotationType().asElement());
  }
}
