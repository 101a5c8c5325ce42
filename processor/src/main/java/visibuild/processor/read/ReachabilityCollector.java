package visibuild.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.jackson.JacksonAnnotations;
import visibuild.processor.jackson.JacksonSupportedTypes;
import visibuild.processor.jackson.PropertyTypes;
import visibuild.processor.model.ReachedType;
import visibuild.processor.model.ReachedType.Extent;

/**
 * Collects the types that are reachable from given types through members, super-types and
 * annotations. A missing type is left out, since javac has reported it.
 */
final class ReachabilityCollector {
  private final Map<String, ReachedType> found = new TreeMap<>();
  private final Set<Element> seen = new HashSet<>();
  private final Deque<TypeMirror> ahead = new ArrayDeque<>();
  private final Elements elements;
  private final Types types;
  private final AdaptedTypes adapted;
  private final PropertyTypes members;
  private final EnumConstants constants;

  ReachabilityCollector(
      Elements elements, Types types, AdaptedTypes adapted, EnumConstantBodies bodies) {
    this.elements = elements;
    this.types = types;
    this.adapted = adapted;
    this.members = new PropertyTypes(types);
    this.constants = new EnumConstants(elements, bodies);
  }

  /** Returns the collected types, ordered by name. */
  Iterable<ReachedType> types() {
    return found.values();
  }

  /** Reaches {@code type}, which is read from JSON or written to it. */
  void model(TypeMirror type) {
    ahead.add(type);
    for (@Nullable TypeMirror next = ahead.poll(); next != null; next = ahead.poll()) {
      step(next, this::reach);
    }
  }

  /** Reaches the enums and the classes with {@code @JsonValue} in {@code type}, sent as text. */
  void text(TypeMirror type) {
    ahead.add(type);
    for (@Nullable TypeMirror next = ahead.poll(); next != null; next = ahead.poll()) {
      step(
          next,
          element -> {
            if (element.getKind() == ElementKind.ENUM
                || (!JacksonSupportedTypes.contains(element)
                    && JacksonAnnotations.defineValue(element))) {
              reach(element);
            }
          });
    }
  }

  private void step(TypeMirror type, Consumer<TypeElement> reach) {
    switch (type.getKind()) {
      case DECLARED -> {
        DeclaredType declared = MoreTypes.asDeclared(type);
        ahead.addAll(declared.getTypeArguments());
        reach.accept(MoreElements.asType(declared.asElement()));
      }
      case ARRAY -> {
        ArrayType array = MoreTypes.asArray(type);
        ahead.add(array.getComponentType());
        array(array);
      }
      case TYPEVAR -> {
        TypeVariable variable = MoreTypes.asTypeVariable(type);
        if (seen.add(variable.asElement())) {
          ahead.add(variable.getUpperBound());
        }
      }
      case WILDCARD -> {
        WildcardType wildcard = MoreTypes.asWildcard(type);
        add(wildcard.getExtendsBound());
        add(wildcard.getSuperBound());
      }
      case INTERSECTION -> ahead.addAll(((IntersectionType) type).getBounds());
      default -> {}
    }
  }

  private void add(@Nullable TypeMirror type) {
    if (type != null) {
      ahead.add(type);
    }
  }

  private void array(ArrayType array) {
    TypeMirror erased = types.erasure(array.getComponentType());
    String dimensions = "[]";
    while (erased instanceof ArrayType inner) {
      erased = inner.getComponentType();
      dimensions += "[]";
    }
    if (erased instanceof DeclaredType element) {
      put(
          elements.getBinaryName(MoreElements.asType(element.asElement())) + dimensions,
          Extent.ARRAY);
    }
  }

  private void reach(TypeElement type) {
    if (!seen.add(type)) {
      return;
    }
    String name = elements.getBinaryName(type).toString();
    if (JacksonSupportedTypes.contains(type) || adapted.contain(type)) {
      if (type.getKind() == ElementKind.ENUM) {
        put(name, Extent.MEMBERS);
        parents(type);
      } else {
        put(name, Extent.NAME);
      }
      return;
    }
    boolean part = JacksonAnnotations.isJacksonComponent(type.asType(), types);
    put(name, part ? Extent.CONSTRUCTORS : Extent.MEMBERS);
    if (constants.mayHaveBodies(type)) {
      put(name, Extent.OPEN_ENUM);
      constants.bodiesOf(type).forEach(body -> put(body, Extent.CONSTANT));
    } else {
      ahead.addAll(type.getPermittedSubclasses());
    }
    around(type);
    ahead.addAll(types.directSupertypes(type.asType()));
    words(type);
    if (!part) {
      parents(type);
      type.getEnclosedElements().forEach(this::words);
      members.of(type).forEach(ahead::add);
    }
  }

  /**
   * Jackson looks for accessors in all that a class extends, also where it is a library's; but in
   * {@code Object} and {@code Enum}, and behind the latter, it does not.
   */
  private void parents(TypeElement type) {
    for (TypeMirror parent : types.directSupertypes(type.asType())) {
      TypeElement element = MoreTypes.asTypeElement(parent);
      String name = elements.getBinaryName(element).toString();
      boolean looked = !name.equals("java.lang.Object") && !name.equals("java.lang.Enum");
      if (looked && JacksonSupportedTypes.contains(element)) {
        put(name, Extent.PARENT);
        parents(element);
      }
    }
  }

  /** Collects the types in Jackson's annotations of {@code element} and its parameters. */
  private void words(Element element) {
    JacksonAnnotations.on(element).flatMap(JacksonAnnotations::referencedTypes).forEach(ahead::add);
    JacksonAnnotations.bundlesOn(element)
        .forEach(bundle -> put(elements.getBinaryName(bundle).toString(), Extent.MEMBERS));
    if (element instanceof ExecutableElement method) {
      method.getParameters().forEach(this::words);
    }
  }

  /**
   * Enclosing classes determine the name in messages, and the runtime reads null annotations there.
   */
  private void around(TypeElement type) {
    @Nullable Element around = type.getEnclosingElement();
    while (around instanceof TypeElement outer) {
      put(elements.getBinaryName(outer).toString(), Extent.ITSELF);
      around = outer.getEnclosingElement();
    }
    if (around instanceof PackageElement inside && saysNullness(inside)) {
      put(inside.getQualifiedName() + ".package-info", Extent.ITSELF);
    }
  }

  private static boolean saysNullness(PackageElement inside) {
    return inside.getAnnotationMirrors().stream()
        .map(annotation -> annotation.getAnnotationType().asElement().getSimpleName())
        .anyMatch(name -> name.contentEquals("NullMarked") || name.contentEquals("NullUnmarked"));
  }

  /** The wider extent stays. */
  private void put(String name, Extent extent) {
    ReachedType there = found.get(name);
    if (there == null || extent.compareTo(there.extent()) < 0) {
      found.put(name, new ReachedType(name, extent));
    }
  }
}
