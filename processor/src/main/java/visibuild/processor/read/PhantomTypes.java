package visibuild.processor.read;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/** Detects phantom type parameters. */
final class PhantomTypes {
  private PhantomTypes() {}

  /**
   * Returns whether no member uses the type parameters, as in {@code record Id<T>(String value)}.
   */
  static boolean hasOnlyPhantomParameters(TypeElement type) {
    if (!type.getKind().isClass()
        || type.getTypeParameters().isEmpty()
        || isIn(type.getSuperclass())) {
      return false;
    }
    for (VariableElement field : MoreElements.fieldsIn(type)) {
      if (!field.getModifiers().contains(Modifier.STATIC) && isIn(field.asType())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(TypeMirror type) {
    return switch (type.getKind()) {
      case TYPEVAR, WILDCARD -> true;
      case DECLARED -> isInAny(MoreTypes.asDeclared(type).getTypeArguments());
      case ARRAY -> isIn(MoreTypes.asArray(type).getComponentType());
      default -> false;
    };
  }

  private static boolean isInAny(List<? extends TypeMirror> types) {
    for (TypeMirror type : types) {
      if (isIn(type)) {
        return true;
      }
    }
    return false;
  }
}
