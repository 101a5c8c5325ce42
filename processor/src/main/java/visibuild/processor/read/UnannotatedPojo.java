package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The classes of the program's own of which Jackson is told nothing: it knows them by their shape
 * alone. Any annotation but Java's and those of nullness may tell it something, by itself, as a
 * bundle, or because a processor such as Lombok writes for it.
 */
final class UnannotatedPojo {
  private static final Set<String> OF_NULLNESS =
      Set.of("Nullable", "NonNull", "NotNull", "Nonnull", "NullMarked", "NullUnmarked");

  /** What Jackson does not treat in a way of its own. */
  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Enum",
          "java.lang.Comparable",
          "java.lang.Cloneable",
          "java.io.Serializable");

  private final Map<TypeElement, Boolean> asked = new HashMap<>();
  private final Predicate<TypeElement> isInSource;

  /**
   * Asks for classes of one round.
   *
   * @param isInSource whether a top-level type is compiled from source
   */
  UnannotatedPojo(Predicate<TypeElement> isInSource) {
    this.isInSource = isInSource;
  }

  boolean matches(TypeElement type) {
    Boolean known = asked.get(type);
    if (known == null) {
      known = isInSource.test(outermost(type)) && saysNothing(type) && parents(type);
      asked.put(type, known);
    }
    return known;
  }

  private boolean parents(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .allMatch(this::isPlain);
  }

  private boolean isPlain(TypeMirror parent) {
    if (parent.getKind() == TypeKind.NONE) {
      return true;
    }
    return parent.getKind() == TypeKind.DECLARED
        && (PLAIN.contains(MoreTypes.asTypeElement(parent).getQualifiedName().toString())
            || matches(MoreTypes.asTypeElement(parent)));
  }

  private static boolean saysNothing(Element element) {
    return element.getAnnotationMirrors().stream()
            .map(annotation -> MoreElements.asType(annotation.getAnnotationType().asElement()))
            .allMatch(UnannotatedPojo::isHarmless)
        && inside(element).allMatch(UnannotatedPojo::saysNothing);
  }

  private static Stream<? extends Element> inside(Element element) {
    if (element instanceof ExecutableElement method) {
      return method.getParameters().stream();
    }
    return element.getEnclosedElements().stream()
        .filter(member -> !member.getKind().isClass() && !member.getKind().isInterface());
  }

  private static boolean isHarmless(TypeElement annotation) {
    String name = annotation.getQualifiedName().toString();
    return name.startsWith("java.lang.")
        || OF_NULLNESS.contains(annotation.getSimpleName().toString());
  }

  private static TypeElement outermost(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around == null || around.getKind() == ElementKind.PACKAGE
        ? type
        : outermost(MoreElements.asType(around));
  }
}
