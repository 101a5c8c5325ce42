package visibuild.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Detects phantom type parameters. */
final class PhantomTypes {
  private PhantomTypes() {}

  /**
   * Returns whether no member uses the type parameters, as in {@code record Id<T>(String value)}.
   */
  static boolean hasOnlyPhantomParameters(TypeElement type) {
    return type.getKind().isClass()
        && !type.getTypeParameters().isEmpty()
        && !isIn(type.getSuperclass())
        && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .noneMatch(field -> isIn(field.asType()));
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
    return types.stream().anyMatch(PhantomTypes::isIn);
  }
}
