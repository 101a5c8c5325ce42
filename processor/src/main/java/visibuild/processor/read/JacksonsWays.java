package visibuild.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
final class JacksonsWays {
  /** With this module on the class path any constructor may be called, by its parameters' names. */
  private static final String NAMES =
      "com.fasterxml.jackson.module.paramnames.ParameterNamesModule";

  private static final String TEXT = "java.lang.String";

  /** Of these one parameter is enough. */
  private static final Set<String> SCALARS =
      Set.of(
          TEXT,
          "java.lang.CharSequence",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "int",
          "long",
          "double",
          "boolean");

  private static final Set<String> FACTORIES = Set.of("valueOf", "fromString");

  private final Types types;
  private final boolean knowsNames;

  JacksonsWays(Elements elements, Types types) {
    this.types = types;
    this.knowsNames = elements.getTypeElement(NAMES) != null;
  }

  /** Whether there is a constructor or a factory that is found without an annotation. */
  boolean canMake(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(each -> knowsNames || each.getParameters().isEmpty())
        || ofOneParameter(type).anyMatch(parameter -> SCALARS.contains(nameOf(parameter)));
  }

  /** Whether a key of a map can be made. */
  boolean canMakeOfText(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || ofOneParameter(type).anyMatch(parameter -> nameOf(parameter).equals(TEXT));
  }

  private static Stream<TypeMirror> ofOneParameter(TypeElement type) {
    return Stream.concat(
            ElementFilter.constructorsIn(type.getEnclosedElements()).stream(),
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> FACTORIES.contains(method.getSimpleName().toString())))
        .map(ExecutableElement::getParameters)
        .filter(parameters -> parameters.size() == 1)
        .map(parameters -> parameters.get(0).asType());
  }

  private static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? MoreTypes.asTypeElement(type).getQualifiedName().toString()
        : type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : "";
  }

  /** Whether {@code type} has a getter or a public field, or is written whatever it has. */
  boolean writes(TypeElement type) {
    boolean always = type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM;
    return always
        || type.getEnclosedElements().stream()
            .filter(member -> member.getModifiers().contains(Modifier.PUBLIC))
            .filter(JacksonsWays::isOfInstances)
            .anyMatch(JacksonsWays::isProperty)
        || types.directSupertypes(type.asType()).stream()
            .map(MoreTypes::asTypeElement)
            .filter(parent -> !parent.getQualifiedName().contentEquals("java.lang.Object"))
            .anyMatch(this::writes);
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
   * above it that are public or have a setter.
   */
  Stream<VariableElement> fieldsOf(TypeElement type) {
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED && type.getKind() == ElementKind.CLASS
        ? Stream.concat(ownFieldsOf(type), fieldsOf(MoreTypes.asTypeElement(above)))
        : ownFieldsOf(type);
  }

  private Stream<VariableElement> ownFieldsOf(TypeElement type) {
    boolean isRecord = type.getKind() == ElementKind.RECORD;
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(JacksonsWays::isOfInstances)
        .filter(
            field ->
                isRecord
                    || field.getModifiers().contains(Modifier.PUBLIC)
                    || hasSetter(type, field));
  }

  private boolean hasSetter(TypeElement type, VariableElement field) {
    String name = field.getSimpleName().toString();
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<ExecutableElement> setters =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().contentEquals(setter))
            .toList();
    return setters.size() == 1
        && setters.get(0).getParameters().size() == 1
        && types.isSameType(setters.get(0).getParameters().get(0).asType(), field.asType());
  }
}
