package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import visibuild.processor.model.LibraryTypes;

/**
 * Reads what a suspend function of Kotlin's returns. For Java it returns an {@code Object}, and its
 * last parameter is a {@code Continuation<? super T>}.
 */
final class SuspendReader {
  private final Types types;

  SuspendReader(Types types) {
    this.types = types;
  }

  /** The {@code T}; empty if {@code method} is no such function. */
  Optional<TypeMirror> resultOf(ExecutableType method) {
    List<? extends TypeMirror> parameters = method.getParameterTypes();
    if (parameters.isEmpty() || !isNamed(method.getReturnType(), "java.lang.Object")) {
      return Optional.empty();
    }
    TypeMirror last = parameters.get(parameters.size() - 1);
    return isNamed(last, LibraryTypes.CONTINUATION.canonicalName())
        ? MoreTypes.asDeclared(last).getTypeArguments().stream()
            .findFirst()
            .flatMap(SuspendReader::resumedWith)
            .map(this::withoutWildcards)
        : Optional.empty();
  }

  private static Optional<TypeMirror> resumedWith(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        ? Optional.ofNullable(wildcard.getSuperBound())
        : Optional.of(argument);
  }

  /**
   * Kotlin writes {@code List<Shape>} as {@code List<? extends Shape>} there, wherever a {@code
   * Shape} may be of a subtype.
   */
  private TypeMirror withoutWildcards(TypeMirror type) {
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return withoutWildcards(wildcard.getExtendsBound());
    }
    if (!(type instanceof DeclaredType declared)
        || declared.getTypeArguments().isEmpty()
        || declared.getEnclosingType().getKind() == TypeKind.DECLARED) {
      return type;
    }
    TypeElement element = MoreElements.asType(declared.asElement());
    return types.getDeclaredType(
        element,
        declared.getTypeArguments().stream()
            .map(this::withoutWildcards)
            .toArray(TypeMirror[]::new));
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals(name);
  }
}
