package visibuild.processor.read;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types that Jackson meets in the members of a class. Rather one too many than one too few. */
final class MemberTypes {
  private final Types types;

  MemberTypes(Types types) {
    this.types = types;
  }

  Stream<TypeMirror> of(TypeElement type) {
    TypeMirror self = types.erasure(type.asType());
    return type.getEnclosedElements().stream().flatMap(member -> of(member, self));
  }

  private Stream<TypeMirror> of(Element member, TypeMirror self) {
    return switch (member.getKind()) {
      case FIELD -> field((VariableElement) member);
      case METHOD -> method((ExecutableElement) member, self);
      case CONSTRUCTOR -> parameters((ExecutableElement) member);
      default -> Stream.empty();
    };
  }

  private static Stream<TypeMirror> field(VariableElement field) {
    boolean passedOver =
        field.getModifiers().contains(Modifier.STATIC)
            || field.getModifiers().contains(Modifier.TRANSIENT);
    return passedOver ? Stream.empty() : Stream.of(field.asType());
  }

  private Stream<TypeMirror> method(ExecutableElement method, TypeMirror self) {
    boolean named = JacksonAnnotations.on(method).findAny().isPresent();
    if (named) {
      return Stream.concat(Stream.of(method.getReturnType()), parameters(method));
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return factory(method, self);
    }
    return switch (method.getParameters().size()) {
      case 0 -> isGetter(method) ? Stream.of(method.getReturnType()) : Stream.empty();
      case 1 -> isSetter(method, self) ? parameters(method) : Stream.empty();
      default -> Stream.empty();
    };
  }

  /** A static method that makes the class, or its builder, from one value. */
  private Stream<TypeMirror> factory(ExecutableElement method, TypeMirror self) {
    boolean makes =
        method.getParameters().size() == 1
            && method.getReturnType().getKind() == TypeKind.DECLARED
            && types.isSameType(types.erasure(method.getReturnType()), self);
    return makes ? parameters(method) : Stream.empty();
  }

  private static Stream<TypeMirror> parameters(ExecutableElement method) {
    return method.getParameters().stream().map(VariableElement::asType);
  }

  private static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return name.startsWith("get") || name.startsWith("is") || name.equals("build");
  }

  /** A setter or, in a builder, a method that is called with a value and returns the builder. */
  private boolean isSetter(ExecutableElement method, TypeMirror self) {
    String name = method.getSimpleName().toString();
    return name.startsWith("set")
        || name.startsWith("with")
        || (method.getReturnType().getKind() == TypeKind.DECLARED
            && types.isSubtype(self, types.erasure(method.getReturnType())));
  }
}
