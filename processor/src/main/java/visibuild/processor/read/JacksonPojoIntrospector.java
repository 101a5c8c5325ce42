package visibuild.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * How Jackson 2.23 makes and writes a class of which no annotation tells it anything. Where it is
 * not certain that it cannot, it can.
 */
final class JacksonPojoIntrospector {
  /** With this module on the class path any constructor may be called, by its parameters' names. */
  private static final String NAMES =
      "com.fasterxml.jackson.module.paramnames.ParameterNamesModule";

  private final Types types;
  private final boolean knowsNames;

  JacksonPojoIntrospector(Elements elements, Types types) {
    this.types = types;
    this.knowsNames = elements.getTypeElement(NAMES) != null;
  }

  /** Whether the class has a constructor or a factory that is found without an annotation. */
  boolean canDeserialize(TypeElement type) {
    return knowsNames || DelegatingCreators.canCreateFromScalar(type) || hasEmptyConstructor(type);
  }

  /** Whether {@code type} has a getter or a public field, or is written whatever it has. */
  boolean canSerialize(TypeElement type) {
    boolean always = type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM;
    return always
        || type.getEnclosedElements().stream()
            .filter(member -> member.getModifiers().contains(Modifier.PUBLIC))
            .filter(JacksonPojoIntrospector::isOfInstances)
            .anyMatch(JacksonPojoIntrospector::isProperty)
        || types.directSupertypes(type.asType()).stream()
            .map(MoreTypes::asTypeElement)
            .filter(parent -> !parent.getQualifiedName().contentEquals("java.lang.Object"))
            .anyMatch(this::canSerialize);
  }

  private static boolean isOfInstances(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC)
        && !member.getModifiers().contains(Modifier.TRANSIENT);
  }

  private static boolean isProperty(Element member) {
    return member.getKind() == ElementKind.FIELD
        || (member instanceof ExecutableElement method && isGetter(method));
  }

  private static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && (name.startsWith("get") || name.startsWith("is"));
  }

  /**
   * The fields that Jackson certainly reads into: a record's, and those of a class and the classes
   * above it that are public or have a setter. None of what may be made of a text instead.
   */
  Stream<VariableElement> fieldsOf(TypeElement type) {
    if (DelegatingCreators.canCreateFromScalar(type)) {
      return Stream.empty();
    }
    return switch (type.getKind()) {
      case RECORD -> ofInstances(type);
      case CLASS -> hasEmptyConstructor(type) ? withInherited(type) : Stream.empty();
      default -> Stream.empty();
    };
  }

  private static boolean hasEmptyConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(each -> each.getParameters().isEmpty());
  }

  private Stream<VariableElement> withInherited(TypeElement type) {
    Stream<VariableElement> own = ofInstances(type).filter(field -> isSet(type, field));
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED
        ? Stream.concat(own, withInherited(MoreTypes.asTypeElement(above)))
        : own;
  }

  private static Stream<VariableElement> ofInstances(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(JacksonPojoIntrospector::isOfInstances);
  }

  /** A setter goes before a field, and may take something else. */
  private boolean isSet(TypeElement type, VariableElement field) {
    String name = field.getSimpleName().toString();
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<ExecutableElement> setters =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().contentEquals(setter))
            .filter(method -> method.getParameters().size() == 1)
            .filter(JacksonPojoIntrospector::isOfInstances)
            .toList();
    return setters.isEmpty()
        ? field.getModifiers().contains(Modifier.PUBLIC)
        : setters.size() == 1
            && types.isSameType(setters.get(0).getParameters().get(0).asType(), field.asType());
  }
}
