package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What is said to Jackson: with annotations, or by extending a class of its. */
final class JacksonAnnotations {
  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String BUNDLE = "com.fasterxml.jackson.annotation.JacksonAnnotationsInside";
  private static final String WRITES_ITSELF = "com.fasterxml.jackson.databind.JsonSerializable";

  private JacksonAnnotations() {}

  /** Jackson's annotations on {@code element}, those in a bundle included. */
  static Stream<? extends AnnotationMirror> on(Element element) {
    return Stream.concat(Stream.of(element), bundlesOn(element))
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .filter(annotation -> isJacksons(typeOf(annotation)));
  }

  /** The annotations on {@code element} that stand for some of Jackson's. */
  static Stream<TypeElement> bundlesOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(JacksonAnnotations::typeOf)
        .filter(JacksonAnnotations::isBundle);
  }

  /** Bundles do not stand in each other: Jackson opens one only. */
  private static boolean isBundle(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(each -> typeOf(each).getQualifiedName().contentEquals(BUNDLE));
  }

  /** The classes that {@code annotation} names: subtypes, deserializers, builders. */
  static Stream<TypeMirror> referencedTypes(AnnotationMirror annotation) {
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

  /** Whether {@code type} is a part of Jackson's machine, such as a deserializer, and no model. */
  static boolean isJacksonComponent(TypeMirror type, Types types) {
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

  private static boolean isJacksons(TypeElement type) {
    return type.getQualifiedName().toString().startsWith(JACKSON);
  }

  private static TypeElement typeOf(AnnotationMirror annotation) {
    return MoreElements.asType(annotation.getAnnotationType().asElement());
  }
}
