package visibuild.processor.jackson;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/**
 * Finds the questions about a class of the program that Jackson decides by the shape of the class
 * alone. An annotation of Jackson's may decide one of them. An unknown annotation may decide all:
 * it may be a bundle of Jackson's annotations, or make another processor add members. In a record,
 * no processor adds or removes a component, so there an unknown annotation changes nothing.
 */
public final class ShapeDecisions {
  /** A question about a class. */
  public enum Question {
    /** Which constructor or factory makes an instance. */
    CREATION,
    /** Which members are read and written. */
    PROPERTIES,
    /** Of which types the members are in JSON. */
    TYPES
  }

  /** Supertypes that Jackson does not treat in a special way. */
  private static final Set<String> PLAIN_PARENTS =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Enum",
          "java.lang.Comparable",
          "java.lang.Cloneable",
          "java.io.Serializable");

  private final Map<TypeElement, Set<Question>> results = new HashMap<>();
  private final Predicate<TypeElement> isInSource;
  private final AnnotationDecisions annotations;

  /**
   * Makes an instance for one round.
   *
   * @param isInSource whether a top-level type is compiled from source
   */
  public ShapeDecisions(Predicate<TypeElement> isInSource, LombokConfig lombok) {
    this.isInSource = isInSource;
    this.annotations = new AnnotationDecisions(lombok);
  }

  /** Returns the questions about {@code type} that its shape decides; none for a library's type. */
  public Set<Question> of(TypeElement type) {
    Set<Question> known = results.get(type);
    if (known == null) {
      known = isInSource(type) ? EnumSet.allOf(Question.class) : EnumSet.noneOf(Question.class);
      if (!known.isEmpty()) {
        annotations.removeDecided(type, known);
        removeInherited(type, known);
      }
      results.put(type, known);
    }
    return known;
  }

  /** Returns whether {@code type} is compiled from source. */
  public boolean isInSource(TypeElement type) {
    return isInSource.test(outermost(type));
  }

  private void removeInherited(TypeElement type, Set<Question> open) {
    for (TypeMirror parent : type.getInterfaces()) {
      removeInherited(parent, open);
    }
    removeInherited(type.getSuperclass(), open);
  }

  private void removeInherited(TypeMirror parent, Set<Question> open) {
    if (open.isEmpty() || parent.getKind() == TypeKind.NONE) {
      return;
    }
    if (parent.getKind() != TypeKind.DECLARED) {
      open.clear();
      return;
    }
    TypeElement above = MoreTypes.asTypeElement(parent);
    if (!PLAIN_PARENTS.contains(above.getQualifiedName().toString())) {
      open.retainAll(of(above));
    }
  }

  private static TypeElement outermost(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around == null || around.getKind() == ElementKind.PACKAGE
        ? type
        : outermost(MoreElements.asType(around));
  }
}
