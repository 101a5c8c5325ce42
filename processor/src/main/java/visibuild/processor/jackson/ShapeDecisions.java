package visibuild.processor.jackson;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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

  private static final String ANNOTATION = "com.fasterxml.jackson.annotation.";
  private static final String DATABIND = "com.fasterxml.jackson.databind.annotation.";

  /** Annotations of Jackson's on a class that leave its creation and its properties alone. */
  private static final Set<String> OF_DETAILS =
      Set.of(
          ANNOTATION + "JsonClassDescription",
          ANNOTATION + "JsonIgnoreProperties",
          ANNOTATION + "JsonInclude",
          ANNOTATION + "JsonPropertyOrder",
          ANNOTATION + "JsonRootName",
          ANNOTATION + "JsonTypeName",
          DATABIND + "JsonNaming");

  /** Annotations of Jackson's on a class that leave its creation alone. */
  private static final Set<String> OF_PROPERTIES =
      Set.of(
          ANNOTATION + "JsonAutoDetect",
          ANNOTATION + "JsonFilter",
          ANNOTATION + "JsonIncludeProperties",
          ANNOTATION + "JsonView",
          DATABIND + "JsonAppend",
          DATABIND + "JsonSerialize");

  private static final String CREATOR = ANNOTATION + "JsonCreator";
  private static final String DESERIALIZE = DATABIND + "JsonDeserialize";
  private static final String SERIALIZE = DATABIND + "JsonSerialize";
  private static final String JACKSONIZED = "lombok.extern.jackson.Jacksonized";

  /** With these annotations Lombok adds members of other types. */
  private static final Set<String> DELEGATES =
      Set.of("lombok.Delegate", "lombok.experimental.Delegate");

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

  /**
   * Makes an instance for one round.
   *
   * @param isInSource whether a top-level type is compiled from source
   */
  public ShapeDecisions(Predicate<TypeElement> isInSource) {
    this.isInSource = isInSource;
  }

  /** Returns the questions about {@code type} that its shape decides; none for a library's type. */
  public Set<Question> of(TypeElement type) {
    Set<Question> known = results.get(type);
    if (known == null) {
      known = isInSource(type) ? EnumSet.allOf(Question.class) : EnumSet.noneOf(Question.class);
      if (!known.isEmpty()) {
        removeDecided(type, type, known);
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

  /** Removes what the annotations of {@code element} and of the members in it decide. */
  private static void removeDecided(Element element, TypeElement type, Set<Question> open) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      removeDecided(annotation, element, type, open);
    }
    List<? extends Element> members =
        element instanceof ExecutableElement method
            ? method.getParameters()
            : element.getEnclosedElements();
    for (Element member : members) {
      if (open.isEmpty()) {
        return;
      }
      if (!MoreElements.isType(member)) {
        removeDecided(member, type, open);
      }
    }
  }

  private static void removeDecided(
      AnnotationMirror annotation, Element element, TypeElement type, Set<Question> open) {
    TypeElement annotationType = MoreElements.typeOf(annotation);
    String name = annotationType.getQualifiedName().toString();
    if (JacksonAnnotations.isJacksons(annotationType) || name.startsWith("java.beans.")) {
      open.remove(Question.TYPES);
      if (type.getKind() == ElementKind.RECORD) {
        open.clear();
      } else if (element.equals(type)) {
        removeDecidedOnType(annotation, name, type, open);
      } else if (!isOfCreation(element)) {
        open.remove(Question.PROPERTIES);
      } else if (!isWithoutNames(name, element)) {
        open.remove(Question.CREATION);
      }
    } else if (name.equals(JACKSONIZED)) {
      open.remove(Question.TYPES);
      open.remove(Question.CREATION);
      if (LombokMembers.renamesAccessors(type)) {
        open.remove(Question.PROPERTIES);
      }
    } else if (JacksonAnnotations.isBundle(annotationType)
        || DELEGATES.contains(name)
        || (type.getKind() != ElementKind.RECORD && !hasNoEffect(annotationType, name))) {
      open.clear();
    }
  }

  private static void removeDecidedOnType(
      AnnotationMirror annotation, String name, TypeElement type, Set<Question> open) {
    if (OF_DETAILS.contains(name) || (name.equals(SERIALIZE) && hasNoValues(annotation))) {
      return;
    }
    if (name.equals(DESERIALIZE)) {
      if (!(hasNoValues(annotation) && ModelLibrary.writesSubclassOf(type))) {
        open.remove(Question.CREATION);
      }
      return;
    }
    open.remove(Question.PROPERTIES);
    if (!OF_PROPERTIES.contains(name)) {
      open.remove(Question.CREATION);
    }
  }

  private static boolean hasNoValues(AnnotationMirror annotation) {
    return annotation.getElementValues().isEmpty();
  }

  /** Returns whether {@code member} is a constructor, a static method or a parameter of one. */
  private static boolean isOfCreation(Element member) {
    Element owner =
        member.getKind() == ElementKind.PARAMETER ? member.getEnclosingElement() : member;
    return owner != null
        && (owner.getKind() == ElementKind.CONSTRUCTOR
            || (owner.getKind() == ElementKind.METHOD
                && owner.getModifiers().contains(Modifier.STATIC)));
  }

  /** Jackson rejects a creator of several values that it has no names for. */
  private static boolean isWithoutNames(String annotation, Element element) {
    return annotation.equals(CREATOR)
        && element instanceof ExecutableElement creator
        && creator.getParameters().size() > 1
        && creator.getParameters().stream().noneMatch(JacksonAnnotations::isOn);
  }

  private static boolean hasNoEffect(TypeElement annotation, String name) {
    return isWithoutEffect(name)
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
