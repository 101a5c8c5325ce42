package visibuild.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
import visibuild.processor.model.SourceLocation;
import visibuild.processor.model.TypeUse;
import visibuild.processor.model.TypeUse.Form;
import visibuild.processor.model.TypeUse.Trait;

/**
 * Reads types of a signature with their type annotations.
 *
 * <p>Each comes twice: as written where the method is declared, and as seen from the annotated
 * interface, with the type variables of a generic super-interface replaced. The compiler loses type
 * annotations when it replaces, so the annotations are taken from the declaration.
 */
final class TypeReader {
  private static final ClassName MAP = ClassName.get(Map.class);

  private final AnnotationReader annotations;
  private final TraitsReader traits;
  private final TypeChecks checks;
  private final boolean inEntry;

  TypeReader(AnnotationReader annotations, TraitsReader traits, TypeChecks checks) {
    this(annotations, traits, checks, false);
  }

  private TypeReader(
      AnnotationReader annotations, TraitsReader traits, TypeChecks checks, boolean inEntry) {
    this.annotations = annotations;
    this.traits = traits;
    this.checks = checks;
    this.inEntry = inEntry;
  }

  TypeUse read(TypeMirror written, TypeMirror seen, SourceLocation location) {
    List<AnnotationSpec> onType = annotationsOf(written, seen, location);
    return switch (seen.getKind()) {
      case ERROR -> throw new UnreadableSourceException(seen.toString(), location);
      case DECLARED -> declared(written, MoreTypes.asDeclared(seen), onType, location);
      case ARRAY -> array(written, MoreTypes.asArray(seen), onType, location);
      case TYPEVAR -> leaf(seen, Form.VARIABLE, onType);
      case WILDCARD -> wildcard(MoreTypes.asWildcard(seen), onType, location);
      default -> leaf(seen, Form.KEYWORD, onType);
    };
  }

  private TypeUse declared(
      TypeMirror written, DeclaredType seen, List<AnnotationSpec> onType, SourceLocation location) {
    TypeElement element = MoreElements.asType(seen.asElement());
    ClassName name = traits.nameOf(element);
    List<TypeUse> arguments = new ArrayList<>();
    for (int i = 0; i < seen.getTypeArguments().size(); i++) {
      TypeMirror argument = seen.getTypeArguments().get(i);
      TypeUse read = read(writtenArgument(written, i, argument), argument, location);
      boolean unbounded = read.form() == Form.WILDCARD && read.arguments().isEmpty();
      arguments.add(unbounded ? wildcard(read.source(), element, i, location) : read);
    }
    if (!arguments.isEmpty() && !checks.mayBeWithinBounds(seen)) {
      throw UnreadableSourceException.reportedByCompiler(location);
    }
    boolean raw = arguments.isEmpty() && !element.getTypeParameters().isEmpty();
    Set<Trait> known = traitsOf(element, seen, location);
    return new TypeUse(
        annotated(source(seen, name, arguments), onType),
        raw ? Form.RAW : Form.DECLARED,
        Optional.of(name),
        arguments,
        raw ? missing(element, location) : List.of(),
        known,
        known.contains(Trait.MAP) ? entry(seen, name, raw, arguments, location) : List.of());
  }

  private List<TypeUse> missing(TypeElement element, SourceLocation location) {
    List<TypeUse> missing = new ArrayList<>();
    for (int i = 0; i < element.getTypeParameters().size(); i++) {
      missing.add(wildcard(WildcardTypeName.subtypeOf(ClassName.OBJECT), element, i, location));
    }
    return missing;
  }

  /** A wildcard without a bound has that of its type parameter. */
  private TypeUse wildcard(
      TypeName source, TypeElement element, int index, SourceLocation location) {
    List<? extends TypeParameterElement> parameters = element.getTypeParameters();
    if (index >= parameters.size()) {
      return new TypeUse(source, Form.WILDCARD, List.of());
    }
    TypeMirror bound = parameters.get(index).getBounds().get(0);
    return new TypeUse(
        source,
        Form.WILDCARD,
        MoreTypes.isNamed(bound, "java.lang.Object")
            ? List.of()
            : List.of(read(bound, bound, location)));
  }

  private Set<Trait> traitsOf(TypeElement element, DeclaredType seen, SourceLocation location) {
    Set<Trait> known = traits.of(element);
    if (annotations.access().allows(element) && canAccessAround(seen, location)) {
      return known;
    }
    Set<Trait> more = EnumSet.of(Trait.INACCESSIBLE);
    more.addAll(known);
    return more;
  }

  /** The type arguments of the class around an inner class are written out with it. */
  private boolean canAccessAround(DeclaredType seen, SourceLocation location) {
    if (!(seen.getEnclosingType() instanceof DeclaredType outer)
        || outer.getTypeArguments().isEmpty()) {
      return true;
    }
    return !read(outer, outer, location).contains(part -> part.has(Trait.INACCESSIBLE));
  }

  /**
   * Of a raw type too, as far as it leaves the types of its entries no choice. Inside of an entry
   * such types stay closed, because there may be the same one again: {@code class Tree extends
   * HashMap<String, Tree>}.
   */
  private List<TypeUse> entry(
      DeclaredType seen,
      ClassName name,
      boolean raw,
      List<TypeUse> arguments,
      SourceLocation location) {
    if (name.equals(MAP)) {
      return arguments;
    }
    if (inEntry) {
      return List.of();
    }
    TypeReader inside = new TypeReader(annotations, traits, checks, true);
    TypeMirror known = raw ? seen.asElement().asType() : seen;
    List<TypeUse> entry = new ArrayList<>();
    for (TypeMirror type : traits.entryOf(known)) {
      entry.add(inside.read(type, type, location));
    }
    return entry;
  }

  private static TypeName source(DeclaredType seen, ClassName name, List<TypeUse> arguments) {
    boolean insideGeneric =
        seen.getEnclosingType() instanceof DeclaredType outer
            && !outer.getTypeArguments().isEmpty();
    if (insideGeneric) {
      return TypeName.get(seen);
    }
    if (arguments.isEmpty()) {
      return name;
    }
    TypeName[] sources = new TypeName[arguments.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = arguments.get(i).source();
    }
    return ParameterizedTypeName.get(name, sources);
  }

  private TypeUse array(
      TypeMirror written, ArrayType seen, List<AnnotationSpec> onType, SourceLocation location) {
    TypeMirror component = seen.getComponentType();
    TypeUse read =
        read(
            written instanceof ArrayType array ? array.getComponentType() : component,
            component,
            location);
    return new TypeUse(
        annotated(ArrayTypeName.of(read.source()), onType), Form.ARRAY, List.of(read));
  }

  private TypeUse wildcard(
      WildcardType seen, List<AnnotationSpec> onType, SourceLocation location) {
    TypeMirror bound =
        seen.getExtendsBound() == null ? seen.getSuperBound() : seen.getExtendsBound();
    return new TypeUse(
        annotated(TypeName.get(seen), onType),
        Form.WILDCARD,
        bound == null ? List.of() : List.of(read(bound, bound, location)));
  }

  private static TypeUse leaf(TypeMirror seen, Form form, List<AnnotationSpec> onType) {
    return new TypeUse(annotated(TypeName.get(seen), onType), form, List.of());
  }

  /** JavaPoet makes a copy even for no annotations, and a name that is copied forgets its text. */
  private static TypeName annotated(TypeName type, List<AnnotationSpec> annotations) {
    return annotations.isEmpty() ? type : type.annotated(annotations);
  }

  private static TypeMirror writtenArgument(TypeMirror written, int index, TypeMirror otherwise) {
    return written instanceof DeclaredType declared && index < declared.getTypeArguments().size()
        ? declared.getTypeArguments().get(index)
        : otherwise;
  }

  /** A type variable's own annotations come on top of those of the type that replaces it. */
  private List<AnnotationSpec> annotationsOf(
      TypeMirror written, TypeMirror seen, SourceLocation location) {
    List<AnnotationSpec> own = annotations.onType(written.getAnnotationMirrors(), location);
    if (written.getKind() != TypeKind.TYPEVAR) {
      return own;
    }
    List<AnnotationSpec> found = new ArrayList<>(own);
    for (AnnotationSpec annotation : annotations.onType(seen.getAnnotationMirrors(), location)) {
      if (!found.contains(annotation)) {
        found.add(annotation);
      }
    }
    return found;
  }
}
