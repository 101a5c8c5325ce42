package visibuild.processor.element;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads types by their kind. A type of another kind than asked for is a bug. */
public final class MoreTypes {
  private MoreTypes() {}

  /** Returns {@code type} as the type of a class or interface. */
  public static DeclaredType asDeclared(TypeMirror type) {
    return (DeclaredType) type;
  }

  /** Returns the class or interface of {@code type}. */
  public static TypeElement asTypeElement(TypeMirror type) {
    return (TypeElement) asDeclared(type).asElement();
  }

  /** Returns {@code type} as the type of an array. */
  public static ArrayType asArray(TypeMirror type) {
    return (ArrayType) type;
  }

  /** Returns {@code type} as the type of a method. */
  public static ExecutableType asExecutable(TypeMirror type) {
    return (ExecutableType) type;
  }

  /** Returns {@code type} as a type variable. */
  public static TypeVariable asTypeVariable(TypeMirror type) {
    return (TypeVariable) type;
  }

  /** Returns {@code type} as a wildcard. */
  public static WildcardType asWildcard(TypeMirror type) {
    return (WildcardType) type;
  }

  /** Returns whether {@code type} is the class or interface {@code name}, with any arguments. */
  public static boolean isNamed(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED
        && asTypeElement(type).getQualifiedName().contentEquals(name);
  }
}
