package visibuild.processor.jackson;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import visibuild.processor.element.MoreElements;
import visibuild.processor.jackson.ShapeDecisions.Question;

/** The questions about a class that its annotations decide, and so not its shape alone. */
final class AnnotationDecisions {
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

  private final LombokConfig lombok;

  AnnotationDecisions(LombokConfig lombok) {
    this.lombok = lombok;
  }

  /** Removes what the annotations of {@code type} and of its members decide. */
  void removeDecided(TypeElement type, Set<Question> open) {
    removeDecided(type, type, open);
  }

  private void removeDecided(Element element, TypeElement type, Set<Question> open) {
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

  private void removeDecided(
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
        // @JsonIgnore without values ignores exactly the property of this name.
        if (!name.equals(JacksonAnnotations.IGNORE) || !hasNoValues(annotation)) {
          open.remove(Question.PROPERTIES);
        }
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
        || isConfigurable(name, type)
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

  /** Returns whether a file may change what Lombok adds for {@code annotation}. */
  private boolean isConfigurable(String annotation, TypeElement type) {
    return annotation.startsWith("lombok.")
        && type.getKind() != ElementKind.RECORD
        && lombok.mayChangeMembersOf(type);
  }
}
