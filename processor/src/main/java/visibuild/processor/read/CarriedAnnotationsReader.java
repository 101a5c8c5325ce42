package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.CarriedAnnotations;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Trait;

/** Reads the annotations to repeat with a declaration. */
final class CarriedAnnotationsReader {
  private static final ClassName DEPRECATED = ClassName.get(Deprecated.class);

  private static final ClassName NULL_MARKED =
      ClassName.get("org.jspecify.annotations", "NullMarked");
  private static final ClassName NULL_UNMARKED =
      ClassName.get("org.jspecify.annotations", "NullUnmarked");

  /** The annotations that are carried although they are kept at run time. */
  static final Set<ClassName> REPEATED = Set.of(DEPRECATED, NULL_MARKED, NULL_UNMARKED);

  private static final ClassName SUPPRESS_WARNINGS = ClassName.get(SuppressWarnings.class);

  private static final Set<ClassName> CARRIED =
      Set.of(DEPRECATED, NULL_MARKED, NULL_UNMARKED, SUPPRESS_WARNINGS);

  /**
   * The javac warnings that a signature can cause; all others concern code that is not repeated.
   */
  private static final Set<String> OF_SIGNATURES =
      Set.of("deprecation", "removal", "rawtypes", "unchecked", "overloads");

  private static final CarriedAnnotations NONE =
      new CarriedAnnotations(Optional.empty(), false, Optional.empty(), List.of());

  private final AnnotationReader annotations;

  CarriedAnnotationsReader(AnnotationReader annotations) {
    this.annotations = annotations;
  }

  /**
   * Reads the annotations of {@code method}. An inherited method is repeated outside of the
   * interface that declares it, so the warnings that are suppressed there are suppressed for it. So
   * is the warning about a deprecated type, which the compiler gives, if at all, where the
   * interface names it.
   *
   * @param named the types that the signature names
   */
  CarriedAnnotations read(ExecutableElement method, boolean isInherited, List<TypeUse> named) {
    CarriedAnnotations own = isInherited ? readInherited(method) : read(method);
    if (own.deprecated().isEmpty() && isInside(named, Trait.DEPRECATED)) {
      own = own.withSuppressed("deprecation");
    }
    return isInside(named, Trait.FOR_REMOVAL) ? own.withSuppressed("removal") : own;
  }

  private static boolean isInside(List<TypeUse> named, Trait trait) {
    for (TypeUse type : named) {
      if (type.contains(part -> part.has(trait))) {
        return true;
      }
    }
    return false;
  }

  private CarriedAnnotations readInherited(ExecutableElement method) {
    CarriedAnnotations own = read(method);
    Set<String> suppressed = new LinkedHashSet<>(own.suppressed());
    suppressed.addAll(suppressedOnOrAround(method.getEnclosingElement()));
    return new CarriedAnnotations(
        own.deprecated(), own.forRemoval(), own.nullness(), List.copyOf(suppressed));
  }

  private Set<String> suppressedOnOrAround(@Nullable Element type) {
    Set<String> suppressed = new LinkedHashSet<>();
    for (@Nullable Element each = type;
        each != null && MoreElements.isType(each);
        each = each.getEnclosingElement()) {
      suppressed.addAll(suppressedOn(each));
    }
    return suppressed;
  }

  private CarriedAnnotations read(Element element) {
    if (!annotations.hasAny(element, CARRIED)) {
      return NONE;
    }
    Optional<AnnotationModel> deprecated = annotations.find(element, DEPRECATED);
    return new CarriedAnnotations(
        sourceOf(deprecated),
        deprecated.isPresent() && deprecated.get().flag("forRemoval"),
        nullnessOn(element),
        suppressedOn(element));
  }

  private Optional<AnnotationSpec> nullnessOn(Element element) {
    Optional<AnnotationModel> marked = annotations.find(element, NULL_MARKED);
    return sourceOf(marked.isPresent() ? marked : annotations.find(element, NULL_UNMARKED));
  }

  private static Optional<AnnotationSpec> sourceOf(Optional<AnnotationModel> annotation) {
    return annotation.isPresent() ? Optional.of(annotation.get().source()) : Optional.empty();
  }

  /**
   * Reads the annotations of {@code type} and of the types around it. The package has its own for
   * the client too.
   */
  CarriedAnnotations readWithEnclosing(Element type) {
    CarriedAnnotations own = read(type);
    Element around = type.getEnclosingElement();
    if (around == null || around.getKind() == ElementKind.PACKAGE) {
      return own;
    }
    CarriedAnnotations outer = readWithEnclosing(around);
    boolean isDeprecated = own.deprecated().isPresent();
    return new CarriedAnnotations(
        isDeprecated ? own.deprecated() : outer.deprecated(),
        isDeprecated ? own.forRemoval() : outer.forRemoval(),
        own.nullness().or(outer::nullness),
        List.copyOf(suppressedOnOrAround(type)));
  }

  private List<String> suppressedOn(Element element) {
    Optional<AnnotationModel> suppressing = annotations.find(element, SUPPRESS_WARNINGS);
    if (suppressing.isEmpty()) {
      return List.of();
    }
    List<String> suppressed = new ArrayList<>();
    for (AnnotationValueModel warning : suppressing.get().elements("value")) {
      if (OF_SIGNATURES.contains(warning.text())) {
        suppressed.add(warning.text());
      }
    }
    return suppressed;
  }
}
