package visibuild.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreTypes;

/**
 * Knows the methods of {@link Object} that an interface may declare again, and those it may not.
 */
final class ObjectMethods {
  private ObjectMethods() {}

  /** Returns whether every class has {@code method} from {@code Object}. */
  static boolean isOne(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "hashCode", "toString" -> method.getParameters().isEmpty();
      case "equals" ->
          method.getParameters().size() == 1 && isObject(method.getParameters().get(0).asType());
      default -> false;
    };
  }

  /** Returns whether no interface can have {@code method}, because {@code Object} has another. */
  static boolean cannotHave(ExecutableElement method) {
    return isFinal(method) || (isOne(method) && !returnsLikeObject(method));
  }

  private static boolean isFinal(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return switch (method.getSimpleName().toString()) {
      case "getClass", "notify", "notifyAll" -> parameters.isEmpty();
      case "wait" ->
          parameters.isEmpty()
              || (parameters.get(0).asType().getKind() == TypeKind.LONG
                  && (parameters.size() == 1
                      || (parameters.size() == 2
                          && parameters.get(1).asType().getKind() == TypeKind.INT)));
      default -> false;
    };
  }

  private static boolean returnsLikeObject(ExecutableElement method) {
    TypeMirror returned = method.getReturnType();
    return switch (method.getSimpleName().toString()) {
      case "hashCode" -> returned.getKind() == TypeKind.INT;
      case "equals" -> returned.getKind() == TypeKind.BOOLEAN;
      default -> MoreTypes.isNamed(returned, "java.lang.String");
    };
  }

  /** Whatever its annotations. */
  private static boolean isObject(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals("java.lang.Object");
  }
}
