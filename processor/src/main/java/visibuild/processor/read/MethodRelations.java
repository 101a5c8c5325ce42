package visibuild.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/**
 * Compares two methods of equal name that an interface inherits.
 *
 * @param type the interface, which gives their type variables a value
 */
record MethodRelations(DeclaredType type, Elements elements, Types types) {
  /** Asks for the sub-interface too, because Eclipse's compiler takes overriding both ways. */
  boolean overrides(ExecutableElement overriding, ExecutableElement method) {
    TypeElement below = MoreElements.asType(overriding.getEnclosingElement());
    TypeElement above = MoreElements.asType(method.getEnclosingElement());
    return overriding.getSimpleName().equals(method.getSimpleName())
        && !below.equals(above)
        && types.isSubtype(types.erasure(below.asType()), types.erasure(above.asType()))
        && elements.overrides(overriding, method, MoreElements.asType(type.asElement()));
  }

  /** Returns whether one implementation would serve both methods, but for their return types. */
  boolean sameParameters(ExecutableElement one, ExecutableElement other) {
    return types.isSubsignature(
            MoreTypes.asExecutable(types.asMemberOf(type, one)),
            MoreTypes.asExecutable(types.asMemberOf(type, other)))
        || types.isSubsignature(
            MoreTypes.asExecutable(types.asMemberOf(type, other)),
            MoreTypes.asExecutable(types.asMemberOf(type, one)));
  }

  /** Returns whether the return type of {@code method} is a true subtype of the other's. */
  boolean returnsNarrower(ExecutableElement method, ExecutableElement other) {
    return types.isSubtype(returnTypeOf(method), returnTypeOf(other))
        && !types.isSubtype(returnTypeOf(other), returnTypeOf(method));
  }

  /**
   * Returns whether no class can have both methods.
   *
   * @param kept the one of those with its parameters that has the narrowest return type
   */
  boolean clash(ExecutableElement kept, ExecutableElement other) {
    return sameParameters(kept, other)
        ? InterfaceHierarchy.mustBeWritten(other) && returnsUnrelated(kept, other)
        : sameErasure(kept, other);
  }

  private boolean returnsUnrelated(ExecutableElement kept, ExecutableElement other) {
    TypeMirror narrower = returnTypeOf(kept);
    TypeMirror wider = returnTypeOf(other);
    return (isPrimitiveOrVoid(narrower) || isPrimitiveOrVoid(wider))
        ? narrower.getKind() != wider.getKind()
        : !types.isSubtype(types.erasure(narrower), types.erasure(wider));
  }

  private boolean sameErasure(ExecutableElement one, ExecutableElement other) {
    List<? extends VariableElement> parameters = one.getParameters();
    List<? extends VariableElement> others = other.getParameters();
    if (parameters.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!types.isSameType(
          types.erasure(parameters.get(i).asType()), types.erasure(others.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  private TypeMirror returnTypeOf(ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(type, method)).getReturnType();
  }

  private static boolean isPrimitiveOrVoid(TypeMirror type) {
    return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
  }
}
