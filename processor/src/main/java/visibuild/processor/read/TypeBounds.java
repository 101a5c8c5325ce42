package visibuild.processor.read;

import java.util.List;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreTypes;

/** The bounds of type parameters. */
record TypeBounds(Types types) {
  /**
   * Returns whether the type arguments of {@code type} may be within the bounds of its type
   * parameters. The compiler reports those that are not, also where a client repeats the type.
   */
  boolean hold(DeclaredType type) {
    List<? extends TypeParameterElement> parameters =
        MoreTypes.asTypeElement(type).getTypeParameters();
    for (int i = 0; i < Math.min(parameters.size(), type.getTypeArguments().size()); i++) {
      TypeMirror argument = type.getTypeArguments().get(i);
      if (argument.getKind() == TypeKind.DECLARED || argument.getKind() == TypeKind.ARRAY) {
        for (TypeMirror bound : parameters.get(i).getBounds()) {
          if (!MoreTypes.isNamed(bound, "java.lang.Object")
              && !types.isSubtype(types.erasure(argument), types.erasure(bound))) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
