package visibuild.processor.jackson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/**
 * Finds the classes of a program that Jackson knows by their shape alone. Not among them is a class
 * with an annotation of Jackson's, and a class with an unknown annotation: that may be a bundle of
 * Jackson's annotations, or make another processor add members. In a record, no processor adds or
 * removes a component, so there an unknown annotation changes nothing.
 */
public final class UnannotatedPojo {
  private static final Set<String> OF_NULLNESS =
      Set.of("Nullable", "NonNull", "NotNull", "Nonnull", "NullMarked", "NullUnmarked");

  /** Annotations that Jackson ignores, and that make no processor change the class. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "java.lang.",
          "javax.annotation.",
          "javax.validation.",
          "javax.persistence.",
          "jakarta.annotation.",
          "jakarta.validation.",
          "jakarta.persistence.",
          "org.hibernate.validator.",
          "org.checkerframework.",
          "com.google.errorprone.annotations.",
          "edu.umd.cs.findbugs.annotations.",
          "io.swagger.",
          "org.jetbrains.annotations.");

  /** With these annotations Lombok itself adds Jackson's. */
  private static final Set<String> ADDS_JACKSON =
      Set.of(
          "lombok.extern.jackson.Jacksonized", "lombok.Delegate", "lombok.experimental.Delegate");

  /** Supertypes that Jackson does not treat in a special way. */
  private static final Set<String> PLAIN_PARENTS =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Enum",
          "java.lang.Comparable",
          "java.lang.Cloneable",
          "java.io.Serializable");

  private final Map<TypeElement, Boolean> results = new HashMap<>();
  private final Predicate<TypeElement> isInSource;

  /**
   * Makes an instance for one round.
   *
   * @param isInSource whether a top-level type is compiled from source
   */
  public UnannotatedPojo(Predicate<TypeElement> isInSource) {
    this.isInSource = isInSource;
  }

  /** Returns whether {@code type} is such a class. */
  public boolean matches(TypeElement type) {
    Boolean known = results.get(type);
    if (known == null) {
      boolean isRecord = type.getKind() == ElementKind.RECORD;
      known = isInSource(type) && areWithoutEffect(type, isRecord) && hasPlainParents(type);
      results.put(type, known);
    }
    return known;
  }

  /** Returns whether {@code type} is compiled from source. */
  public boolean isInSource(TypeElement type) {
    return isInSource.test(outermost(type));
  }

  private boolean hasPlainParents(TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (!isPlainParent(parent)) {
        return false;
      }
    }
    return isPlainParent(type.getSuperclass());
  }

  private boolean isPlainParent(TypeMirror parent) {
    if (parent.getKind() == TypeKind.NONE) {
      return true;
    }
    return parent.getKind() == TypeKind.DECLARED
        && (PLAIN_PARENTS.contains(MoreTypes.asTypeElement(parent).getQualifiedName().toString())
            || matches(MoreTypes.asTypeElement(parent)));
  }

  /** Judges the annotations of {@code element} and of the members in it. */
  private static boolean areWithoutEffect(Element element, boolean inRecord) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (!hasNoEffect(MoreElements.typeOf(annotation), inRecord)) {
        return false;
      }
    }
    List<? extends Element> members =
        element instanceof ExecutableElement method
            ? method.getParameters()
            : element.getEnclosedElements();
    for (Element member : members) {
      if (!MoreElements.isType(member) && !areWithoutEffect(member, inRecord)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoEffect(TypeElement annotation, boolean inRecord) {
    String name = annotation.getQualifiedName().toString();
    if (JacksonAnnotations.isJacksons(annotation)
        || JacksonAnnotations.isBundle(annotation)
        || ADDS_JACKSON.contains(name)) {
      return false;
    }
    return inRecord
        || isWithoutEffect(name)
        || OF_NULLNESS.contains(annotation.getSimpleName().toString())
        || ModelLibrary.declares(name)
        || ForeignJsonAnnotation.declares(name);
  }

  private static boolean isWithoutEffect(String annotation) {
    for (String library : WITHOUT_EFFECT) {
      if (annotation.startsWith(library)) {
        return true;
      }
    }
    return false;
  }

  private static TypeElement outermost(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around == null || around.getKind() == ElementKind.PACKAGE
        ? type
        : outermost(MoreElements.asType(around));
  }
}
