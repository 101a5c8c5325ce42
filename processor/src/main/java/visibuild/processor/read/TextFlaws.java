package visibuild.processor.read;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.jackson.JacksonAnnotations;
import visibuild.processor.jackson.ModelLibrary;
import visibuild.processor.model.TypeUse.Trait;

/**
 * Finds classes whose text, the result of {@code toString()} or of {@code @JsonValue}, is no value
 * for a request, such as {@code Filter[a=1]}.
 *
 * @param traitsOf returns the traits of another class
 */
record TextFlaws(Function<TypeElement, Set<Trait>> traitsOf) {
  /** Returns the flaw of the text of {@code element}; empty if a parameter can be sent as it. */
  Optional<Trait> flawOf(TypeElement element) {
    return element.getQualifiedName().toString().startsWith("java.")
        ? flawOfObject(element)
        : flawOfModel(element);
  }

  private static Optional<Trait> flawOfObject(TypeElement element) {
    return hasTextOfObject(element) ? Optional.of(Trait.OBJECT_TO_STRING) : Optional.empty();
  }

  private Optional<Trait> flawOfModel(TypeElement element) {
    Optional<TypeMirror> value = JacksonAnnotations.valueOf(element);
    if (value.isPresent()) {
      return isWrittenAsText(value.get()) ? Optional.empty() : Optional.of(Trait.JSON_OBJECT);
    }
    if (element.getKind() == ElementKind.ENUM) {
      return JacksonAnnotations.writeAsObject(element)
          ? Optional.of(Trait.JSON_OBJECT)
          : Optional.empty();
    }
    if (element.getKind() == ElementKind.RECORD && !hasOwnText(element)) {
      return Optional.of(Trait.RECORD_TO_STRING);
    }
    if (hasTextOfLibrary(element)) {
      return Optional.of(Trait.LIBRARY_TO_STRING);
    }
    return flawOfObject(element);
  }

  /** Unless it certainly is an object or an array in JSON. */
  private boolean isWrittenAsText(TypeMirror value) {
    if (value.getKind() != TypeKind.DECLARED) {
      return value.getKind() != TypeKind.ARRAY;
    }
    Set<Trait> traits = traitsOf.apply(MoreTypes.asTypeElement(value));
    return !traits.contains(Trait.ITERABLE)
        && !traits.contains(Trait.MAP)
        && !traits.contains(Trait.RECORD_TO_STRING)
        && !traits.contains(Trait.JSON_OBJECT);
  }

  private static boolean hasTextOfLibrary(TypeElement element) {
    TypeElement current = element;
    while (!hasOwnText(current)) {
      if (ModelLibrary.writesTextOf(current)) {
        return true;
      }
      TypeMirror parent = current.getSuperclass();
      if (parent.getKind() != TypeKind.DECLARED) {
        return false;
      }
      current = MoreTypes.asTypeElement(parent);
    }
    return false;
  }

  /** An abstract class, and {@code Object}, stand for subclasses that may have a text. */
  private static boolean hasTextOfObject(TypeElement element) {
    if (element.getKind() != ElementKind.CLASS
        || element.getModifiers().contains(Modifier.ABSTRACT)
        || element.getQualifiedName().contentEquals("java.lang.Object")) {
      return false;
    }
    TypeElement current = element;
    while (!hasOwnText(current)) {
      TypeMirror parent = current.getSuperclass();
      if (parent.getKind() != TypeKind.DECLARED) {
        return parent.getKind() == TypeKind.NONE;
      }
      current = MoreTypes.asTypeElement(parent);
    }
    return current.getQualifiedName().contentEquals("java.lang.Object");
  }

  private static boolean hasOwnText(TypeElement element) {
    for (ExecutableElement method : MoreElements.methodsIn(element)) {
      if (method.getSimpleName().contentEquals("toString")
          && method.getParameters().isEmpty()
          && isWritten(method)) {
        return true;
      }
    }
    return false;
  }

  /** A generated accessor is final; source code does not repeat that in a record. */
  private static boolean isWritten(Element method) {
    if (MoreElements.isAnnotationPresent(method, "lombok.Generated")) {
      return false;
    }
    return !isOfRecord(method)
        || !method.getModifiers().contains(Modifier.FINAL)
        || !method.getAnnotationMirrors().isEmpty();
  }

  private static boolean isOfRecord(Element method) {
    Element owner = method.getEnclosingElement();
    return owner != null && owner.getKind() == ElementKind.RECORD;
  }
}
