package visibuild.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreTypes;

/**
 * The compiler's checks of the types in a signature. The compiler reports what fails one, also
 * where a client repeats the type. In doubt a type passes: an interface that fails without an error
 * of the compiler's would have no client and no message.
 */
record TypeChecks(Types types) {
  /** Returns whether the type arguments of {@code type} may be within their bounds. */
  boolean mayBeWithinBounds(DeclaredType type) {
    List<? extends TypeParameterElement> parameters =
        MoreTypes.asTypeElement(type).getTypeParameters();
    for (int i = 0; i < Math.min(parameters.size(), type.getTypeArguments().size()); i++) {
      TypeMirror argument = type.getTypeArguments().get(i);
      for (TypeMirror bound : parameters.get(i).getBounds()) {
        if (!MoreTypes.isNamed(bound, "java.lang.Object")
            && !mayBeWithin(types.erasure(bound), argument)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean mayBeWithin(TypeMirror bound, TypeMirror argument) {
    return switch (argument.getKind()) {
      case DECLARED, ARRAY -> types.isSubtype(types.erasure(argument), bound);
      case TYPEVAR -> types.isSubtype(argument, bound);
      case WILDCARD -> mayBeWithin(bound, MoreTypes.asWildcard(argument));
      default -> true;
    };
  }

  private boolean mayBeWithin(TypeMirror bound, WildcardType wildcard) {
    TypeMirror upper = wildcard.getExtendsBound();
    TypeMirror lower = wildcard.getSuperBound();
    return (upper == null || mayShareSubtypes(types.erasure(upper), bound))
        && (lower == null || lower.getKind() == TypeKind.TYPEVAR || mayBeWithin(bound, lower));
  }

  private boolean mayShareSubtypes(TypeMirror one, TypeMirror other) {
    return types.isSubtype(one, other)
        || types.isSubtype(other, one)
        || (mayHaveSubtypesLike(one, other) && mayHaveSubtypesLike(other, one));
  }

  /** Returns whether a subtype of {@code type} may be one of {@code other}, which is unrelated. */
  private static boolean mayHaveSubtypesLike(TypeMirror type, TypeMirror other) {
    if (type.getKind() != TypeKind.DECLARED || other.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeElement element = MoreTypes.asTypeElement(type);
    return element.getKind().isInterface()
        || (MoreTypes.asTypeElement(other).getKind().isInterface()
            && !element.getModifiers().contains(Modifier.FINAL));
  }

  /** Returns whether the compiler accepts the bounds of all {@code parameters}. */
  boolean haveAllowedBounds(List<? extends TypeParameterElement> parameters) {
    for (TypeParameterElement parameter : parameters) {
      if (!hasAllowedBounds(parameter)) {
        return false;
      }
    }
    return true;
  }

  /** Allowed are one type variable, or a class or an interface and then other interfaces. */
  private boolean hasAllowedBounds(TypeParameterElement parameter) {
    List<? extends TypeMirror> bounds = parameter.getBounds();
    Map<TypeElement, TypeMirror> supertypes = new HashMap<>();
    for (int i = 0; i < bounds.size(); i++) {
      TypeMirror bound = bounds.get(i);
      boolean allowed =
          switch (bound.getKind()) {
            case DECLARED ->
                (i == 0 || MoreTypes.asTypeElement(bound).getKind().isInterface())
                    && supertypes.put(MoreTypes.asTypeElement(bound), bound) == null;
            case TYPEVAR -> bounds.size() == 1;
            default -> bound.getKind() == TypeKind.ERROR;
          };
      if (!allowed) {
        return false;
      }
    }
    for (TypeMirror bound : bounds) {
      if (bound.getKind() == TypeKind.DECLARED && inheritsTwice(bound, supertypes)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether {@code type} has one supertype with different type arguments.
   *
   * @param supertypes those of other types, to which those of {@code type} are added
   */
  boolean inheritsTwice(TypeMirror type, Map<TypeElement, TypeMirror> supertypes) {
    for (TypeMirror parent : types.directSupertypes(type)) {
      if (parent.getKind() == TypeKind.DECLARED) {
        TypeMirror before = supertypes.putIfAbsent(MoreTypes.asTypeElement(parent), parent);
        boolean isNew = before == null;
        if (isNew ? inheritsTwice(parent, supertypes) : !types.isSameType(before, parent)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether a method can declare to throw each of {@code thrown}. */
  boolean canBeThrown(List<? extends TypeMirror> thrown) {
    for (TypeMirror each : thrown) {
      if (!isThrowable(each)) {
        return false;
      }
    }
    return true;
  }

  private boolean isThrowable(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR || MoreTypes.isNamed(type, "java.lang.Throwable")) {
      return true;
    }
    if (type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR) {
      for (TypeMirror parent : types.directSupertypes(type)) {
        if (isThrowable(parent)) {
          return true;
        }
      }
    }
    return false;
  }
}
