package visibuild.processor.jackson;

import com.google.auto.common.MoreTypes;
import java.util.List;
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
 * Predicts how Jackson 2.23 with default settings makes and writes a class that carries no
 * annotation of Jackson's. Where the outcome is uncertain, the class counts as usable.
 */
public final class JacksonPojoIntrospector {
  /** With this module on the class path Jackson finds constructors by their parameter names. */
  private static final String PARAMETER_NAMES =
      "com.fasterxml.jackson.module.paramnames.ParameterNamesModule";

  private final Types types;
  private final LombokMembers lombok;
  private final boolean knowsNames;

  /** Makes an instance for one round. */
  public JacksonPojoIntrospector(Elements elements, Types types, FieldInitializers initializers) {
    this.types = types;
    this.lombok = new LombokMembers(elements, initializers);
    this.knowsNames = elements.getTypeElement(PARAMETER_NAMES) != null;
  }

  /** Returns whether the class has a constructor or factory that Jackson finds by itself. */
  public boolean canDeserialize(TypeElement type) {
    return knowsNames || canCreateFromScalar(type) || hasEmptyConstructor(type);
  }

  /** Returns whether a string can become an instance of {@code type}, as a map's key must. */
  public boolean canCreateFromString(TypeElement type) {
    return DelegatingCreators.canCreateFromString(type);
  }

  /** Returns whether {@code type} has a getter or a public field, or needs none. */
  public boolean canSerialize(TypeElement type) {
    boolean always = type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM;
    return always
        || type.getEnclosedElements().stream().anyMatch(member -> isWritten(type, member))
        || types.directSupertypes(type.asType()).stream()
            .map(MoreTypes::asTypeElement)
            .filter(parent -> !parent.getQualifiedName().contentEquals("java.lang.Object"))
            .anyMatch(this::canSerialize);
  }

  private boolean isWritten(TypeElement type, Element member) {
    if (Accessors.isField(member)) {
      return isPublic(member) || lombok.addsGetter(type, (VariableElement) member);
    }
    return member instanceof ExecutableElement method
        && isPublic(method)
        && Accessors.isGetter(method);
  }

  /**
   * Returns the fields that Jackson certainly reads into: the components of a record, and those
   * fields of a class and its superclasses that are public or have a setter. Of a class that a
   * scalar can become, returns none.
   */
  public Stream<VariableElement> fieldsOf(TypeElement type) {
    if (canCreateFromScalar(type)) {
      return Stream.empty();
    }
    return switch (type.getKind()) {
      case RECORD -> fieldsIn(type);
      case CLASS -> hasEmptyConstructor(type) ? withInherited(type) : Stream.empty();
      default -> Stream.empty();
    };
  }

  private boolean canCreateFromScalar(TypeElement type) {
    return DelegatingCreators.canCreateFromScalar(type)
        || lombok
            .constructorOf(type)
            .filter(fields -> fields.size() == 1)
            .filter(fields -> DelegatingCreators.isScalar(fields.get(0).asType()))
            .isPresent();
  }

  private boolean hasEmptyConstructor(TypeElement type) {
    return lombok
        .constructorOf(type)
        .map(List::isEmpty)
        .orElseGet(
            () ->
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                    .anyMatch(each -> each.getParameters().isEmpty()));
  }

  private Stream<VariableElement> withInherited(TypeElement type) {
    Stream<VariableElement> own = fieldsIn(type).filter(field -> isRead(type, field));
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED
        ? Stream.concat(own, withInherited(MoreTypes.asTypeElement(above)))
        : own;
  }

  private static Stream<VariableElement> fieldsIn(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(Accessors::isOfInstances);
  }

  /** Jackson prefers a setter to the field; the setter may take another type. */
  private boolean isRead(TypeElement type, VariableElement field) {
    List<ExecutableElement> setters =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(Accessors::isSetter)
            .filter(method -> method.getSimpleName().contentEquals(Accessors.setterOf(field)))
            .toList();
    return setters.isEmpty()
        ? isPublic(field) || lombok.addsSetter(type, field)
        : setters.size() == 1
            && types.isSameType(setters.get(0).getParameters().get(0).asType(), field.asType());
  }

  private static boolean isPublic(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC);
  }
}
