package visibuild.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;
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
    if (parameters.isEmpty() || !MoreTypes.isNamed(method.getReturnType(), "java.lang.Object")) {
      return Optional.empty();
    }
    TypeMirror last = parameters.get(parameters.size() - 1);
    if (!MoreTypes.isNamed(last, LibraryTypes.CONTINUATION.canonicalName())) {
      return Optional.empty();
    }
    List<? extends TypeMirror> arguments = MoreTypes.asDeclared(last).getTypeArguments();
    TypeMirror resumed = arguments.isEmpty() ? null : resumedWith(arguments.get(0));
    return resumed == null ? Optional.empty() : Optional.of(withoutWildcards(resumed));
  }

  private static @Nullable TypeMirror resumedWith(TypeMirror argument) {
    return argument instanceof WildcardType wildcard ? wildcard.getSuperBound() : argument;
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
}
