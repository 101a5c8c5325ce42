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
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.jackson.DelegatingCreators;
import visibuild.processor.jackson.JacksonAnnotations;
import visibuild.processor.jackson.JacksonSupportedTypes;
import visibuild.processor.model.TypeUse.Trait;

/** Reads what rules want to know of a class or interface, once for each in a round. */
final class TraitsReader {
  private final Map<TypeElement, Set<Trait>> read = new HashMap<>();
  private final Map<TypeElement, ClassName> names = new HashMap<>();
  private final TextFlaws texts = new TextFlaws(this::of);
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
    Optional<Trait> flaw = texts.flawOf(element);
    if (flaw.isPresent()) {
      traits.add(flaw.get());
    }
    if (isInner(element)) {
      traits.add(Trait.INNER);
    }
    traits.addAll(deprecations(element));
    if (JacksonAnnotations.sayHowToDecode(element)) {
      // The annotation makes it data although it extends a future or a stream.
      traits.remove(Trait.ASYNCHRONOUS);
      traits.remove(Trait.STREAM);
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

  /** Code that names a nested type names the types around it too. */
  private static Set<Trait> deprecations(TypeElement element) {
    Set<Trait> deprecations = EnumSet.noneOf(Trait.class);
    for (@Nullable Element each = element;
        each != null && MoreElements.isType(each);
        each = each.getEnclosingElement()) {
      Deprecated deprecated = each.getAnnotation(Deprecated.class);
      if (deprecated != null) {
        deprecations.add(deprecated.forRemoval() ? Trait.FOR_REMOVAL : Trait.DEPRECATED);
      }
    }
    return deprecations;
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
