package visibuild.processor.read;

import java.lang.annotation.Repeatable;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import visibuild.processor.element.MoreElements;

/**
 * Finds annotations that the compiler cannot resolve, such as one without an import. The compiler
 * leaves them out of its elements, so only the source shows them.
 */
record UnresolvedAnnotations(WrittenMethods written) {
  /** Returns whether {@code method} or one of its parameters has such an annotation. */
  boolean isOn(ExecutableElement method) {
    Set<String> resolved =
        Stream.concat(
                Stream.of(method, method.getReturnType()),
                method.getParameters().stream()
                    .flatMap(parameter -> Stream.of(parameter, parameter.asType())))
            .flatMap(UnresolvedAnnotations::annotationsInside)
            .collect(Collectors.toSet());
    return written.annotationNamesOn(method).anyMatch(name -> !resolved.contains(name));
  }

  /**
   * A type annotation in front of an array belongs to the type of its elements, and one in front of
   * {@code Outer.Inner} to {@code Outer}.
   */
  private static Stream<String> annotationsInside(AnnotatedConstruct annotated) {
    Stream<String> own =
        annotated.getAnnotationMirrors().stream()
            .map(MoreElements::typeOf)
            .flatMap(type -> Stream.concat(Stream.of(type), repeatedIn(type)))
            .flatMap(UnresolvedAnnotations::namesIn);
    if (annotated instanceof ArrayType array) {
      return Stream.concat(own, annotationsInside(array.getComponentType()));
    }
    return annotated instanceof DeclaredType inner
            && inner.getEnclosingType() instanceof DeclaredType
        ? Stream.concat(own, annotationsInside(inner.getEnclosingType()))
        : own;
  }

  /** The annotation that the source repeats, where javac leaves only its container. */
  private static Stream<TypeElement> repeatedIn(TypeElement container) {
    return MoreElements.methodsIn(container).stream()
        .filter(member -> member.getSimpleName().contentEquals("value"))
        .map(ExecutableElement::getReturnType)
        .filter(ArrayType.class::isInstance)
        .map(array -> ((ArrayType) array).getComponentType())
        .filter(DeclaredType.class::isInstance)
        .map(contained -> MoreElements.asType(((DeclaredType) contained).asElement()))
        .filter(
            contained -> MoreElements.isAnnotationPresent(contained, Repeatable.class.getName()));
  }

  private static Stream<String> namesIn(TypeElement annotation) {
    String name = annotation.getSimpleName().toString();
    return Stream.concat(
        Stream.of(name),
        MoreElements.methodsIn(annotation).stream()
            .map(member -> name + "." + member.getSimpleName()));
  }
}
