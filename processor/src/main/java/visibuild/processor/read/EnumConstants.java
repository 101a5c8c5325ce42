package visibuild.processor.read;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import visibuild.processor.element.MoreTypes;

/** The classes of constants that have a body, by the names that compilers give them. */
final class EnumConstants {
  private final Elements elements;
  private final EnumConstantBodies bodies;

  EnumConstants(Elements elements, EnumConstantBodies bodies) {
    this.elements = elements;
    this.bodies = bodies;
  }

  /** Returns whether a constant may have a body. For Kotlin, kapt shows the constants alone. */
  boolean mayHaveBodies(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        && (!type.getModifiers().contains(Modifier.FINAL) || KotlinClass.is(type));
  }

  /**
   * Returns the names of the classes of constants with bodies. If neither the class file nor the
   * source shows them, returns all possible names: a native image ignores a name without a class.
   */
  Stream<String> bodiesOf(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    List<String> constants =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(Element::getSimpleName)
            .map(Object::toString)
            .toList();
    if (KotlinClass.is(type)) {
      return constants.stream().map(constant -> name + "$" + constant);
    }
    if (!type.getPermittedSubclasses().isEmpty()) {
      return type.getPermittedSubclasses().stream()
          .map(MoreTypes::asTypeElement)
          .map(body -> elements.getBinaryName(body).toString());
    }
    return IntStream.rangeClosed(1, bodies.in(type).orElse(constants.size()))
        .mapToObj(number -> name + "$" + number);
  }
}
