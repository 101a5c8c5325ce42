package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.jackson.DelegatingCreators;
import visibuild.processor.jackson.JacksonAnnotations;
import visibuild.processor.jackson.JacksonSupportedTypes;
import visibuild.processor.jackson.ModelLibrary;
import visibuild.processor.model.TypeUse.Trait;

/** Reads what rules want to know of a class or interface, once for each in a round. */
final class TraitsReader {
  private final Map<TypeElement, Set<Trait>> read = new HashMap<>();
  private final Map<TypeElement, ClassName> names = new HashMap<>();
  private final Types types;
  private final AdaptedTypes adapted;
  private final boolean materializes;

  /**
   * Reads for one round.
   *
   * @param materializes whether Jackson makes an instance of any interface or abstract class
   */
  TraitsReader(Types types, AdaptedTypes adapted, boolean materializes) {
    this.types = types;
    this.adapted = adapted;
    this.materializes = materializes;
  }

  Set<Trait> of(TypeElement element) {
    Set<Trait> known = read.get(element);
    if (known == null) {
      known = readOnce(element);
      read.put(element, known);
    }
    return known;
  }

  /** Returns the name of {@code element}. A name writes its text, which equality needs, once. */
  ClassName nameOf(TypeElement element) {
    ClassName known = names.get(element);
    if (known == null) {
      known = ClassName.get(element);
      names.put(element, known);
    }
    return known;
  }

  /** The types of keys and values of {@code type}, a subtype of {@code Map}; empty if it is raw. */
  List<? extends TypeMirror> entryOf(TypeMirror type) {
    if (MoreTypes.isNamed(type, "java.util.Map")) {
      return MoreTypes.asDeclared(type).getTypeArguments();
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      if (parent.getKind() == TypeKind.DECLARED
          && of(MoreTypes.asTypeElement(parent)).contains(Trait.MAP)) {
        return entryOf(parent);
      }
    }
    return List.of();
  }

  private Set<Trait> readOnce(TypeElement element) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(inherited(element));
    if (element.getKind().isInterface() || element.getModifiers().contains(Modifier.ABSTRACT)) {
      traits.add(Trait.ABSTRACT);
    }
    if (element.getKind().isInterface()) {
      traits.add(Trait.INTERFACE);
    }
    if (adapted.contain(element)) {
      traits.add(Trait.ADAPTED);
    }
    if (AdaptedTypes.isAsynchronous(element)) {
      traits.add(Trait.ASYNCHRONOUS);
    }
    if (!element.getQualifiedName().toString().startsWith("java.")) {
      Optional<Trait> flaw = text(element);
      if (flaw.isPresent()) {
        traits.add(flaw.get());
      }
    } else if (hasTextOfObject(element)) {
      traits.add(Trait.OBJECT_TO_STRING);
    }
    if (isInner(element)) {
      traits.add(Trait.INNER);
    }
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    if (deprecated != null) {
      traits.add(deprecated.forRemoval() ? Trait.FOR_REMOVAL : Trait.DEPRECATED);
    }
    if (isDecodable(element) || (materializes && traits.contains(Trait.ABSTRACT))) {
      traits.add(Trait.DECODABLE);
    }
    if (!JacksonSupportedTypes.contains(element)
        && PhantomTypes.hasOnlyPhantomParameters(element)) {
      traits.add(Trait.PHANTOM);
    }
    return traits;
  }

  private Set<Trait> inherited(TypeElement element) {
    Set<Trait> inherited = EnumSet.noneOf(Trait.class);
    switch (element.getQualifiedName().toString()) {
      case "java.lang.Iterable" -> inherited.add(Trait.ITERABLE);
      case "java.util.Collection" -> inherited.add(Trait.COLLECTION);
      case "java.util.Map" -> inherited.add(Trait.MAP);
      case "java.io.InputStream", "java.io.Reader", "okio.Source" -> inherited.add(Trait.STREAM);
      default -> {}
    }
    for (TypeMirror parent : types.directSupertypes(element.asType())) {
      if (parent.getKind() == TypeKind.DECLARED) {
        inherited.addAll(heritable(MoreTypes.asTypeElement(parent)));
      }
    }
    return inherited;
  }

  /** Returns the flaw of the text of {@code element}, if it has one. */
  private Optional<Trait> text(TypeElement element) {
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
    return hasTextOfObject(element) ? Optional.of(Trait.OBJECT_TO_STRING) : Optional.empty();
  }

  /** Unless it certainly is an object or an array in JSON. */
  private boolean isWrittenAsText(TypeMirror value) {
    if (value.getKind() != TypeKind.DECLARED) {
      return value.getKind() != TypeKind.ARRAY;
    }
    Set<Trait> traits = of(MoreTypes.asTypeElement(value));
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

  private static boolean isInner(TypeElement element) {
    Element around = element.getEnclosingElement();
    return element.getKind() == ElementKind.CLASS
        && around != null
        && around.getKind().isClass()
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  /** Jackson's annotations are inherited; that a library's type is known is not. */
  private Set<Trait> heritable(TypeElement parent) {
    Set<Trait> heritable =
        EnumSet.of(Trait.ITERABLE, Trait.COLLECTION, Trait.MAP, Trait.STREAM, Trait.ASYNCHRONOUS);
    if (!JacksonSupportedTypes.contains(parent)) {
      heritable.add(Trait.DECODABLE);
    }
    heritable.retainAll(of(parent));
    return heritable;
  }

  /** Returns whether {@code element} permits no class, which the compiler reports. */
  private static boolean isSealedForNone(TypeElement element) {
    return element.getModifiers().contains(Modifier.SEALED)
        && element.getPermittedSubclasses().isEmpty();
  }

  private static boolean isDecodable(TypeElement element) {
    return element.getKind() == ElementKind.ENUM
        || isSealedForNone(element)
        || JacksonSupportedTypes.contains(element)
        || JacksonAnnotations.sayHowToDecode(element)
        || DelegatingCreators.hasStaticFactory(element);
  }
}
