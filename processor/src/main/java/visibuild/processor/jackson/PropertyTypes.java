package visibuild.processor.jackson;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The types of all properties and creator parameters that Jackson may use in a class, whatever the
 * mapper's visibility settings. Reachability metadata may name a type too many, never one too few.
 */
public final class PropertyTypes {
  private final Types types;

  /** Makes an instance for one compilation. */
  public PropertyTypes(Types types) {
    this.types = types;
  }

  /** Returns the types that Jackson may meet in the members of {@code type}. */
  public Stream<TypeMirror> of(TypeElement type) {
    TypeMirror self = types.erasure(type.asType());
    return type.getEnclosedElements().stream().flatMap(member -> of(member, self));
  }

  private Stream<TypeMirror> of(Element member, TypeMirror self) {
    return switch (member.getKind()) {
      case FIELD -> Accessors.isField(member) ? Stream.of(member.asType()) : Stream.empty();
      case METHOD -> method((ExecutableElement) member, self);
      case CONSTRUCTOR -> parameters((ExecutableElement) member);
      default -> Stream.empty();
    };
  }

  private Stream<TypeMirror> method(ExecutableElement method, TypeMirror self) {
    if (JacksonAnnotations.isOn(method)) {
      return Stream.concat(Stream.of(method.getReturnType()), parameters(method));
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return isFactory(method, self) ? parameters(method) : Stream.empty();
    }
    if (Accessors.isGetter(method) || Accessors.isBuildMethod(method)) {
      return Stream.of(method.getReturnType());
    }
    return Accessors.isSetter(method) || isBuilderStep(method, self)
        ? parameters(method)
        : Stream.empty();
  }

  /** A static method that makes the class, or its builder, from one value. */
  private boolean isFactory(ExecutableElement method, TypeMirror self) {
    return method.getParameters().size() == 1
        && method.getReturnType().getKind() == TypeKind.DECLARED
        && types.isSameType(types.erasure(method.getReturnType()), self);
  }

  /** A method of a builder takes a value and returns the builder, or is named {@code with}. */
  private boolean isBuilderStep(ExecutableElement method, TypeMirror self) {
    return method.getParameters().size() == 1
        && (method.getSimpleName().toString().startsWith("with")
            || (method.getReturnType().getKind() == TypeKind.DECLARED
                && types.isSubtype(self, types.erasure(method.getReturnType()))));
  }

  private static Stream<TypeMirror> parameters(ExecutableElement method) {
    return method.getParameters().stream().map(VariableElement::asType);
  }
}
