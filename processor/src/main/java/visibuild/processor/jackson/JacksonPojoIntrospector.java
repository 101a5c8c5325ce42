package visibuild.processor.jackson;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.MoreTypes;

/**
 * Predicts how Jackson 2.23 with default settings makes and writes a class by its shape. Where the
 * outcome is uncertain, the class counts as usable.
 */
public final class JacksonPojoIntrospector {
  /** With this module on the class path Jackson finds constructors by their parameter names. */
  private static final String PARAMETER_NAMES =
      "com.fasterxml.jackson.module.paramnames.ParameterNamesModule";

  private static final List<String> JAXB_MODULES =
      List.of(
          "com.fasterxml.jackson.module.jaxb.JaxbAnnotationModule",
          "com.fasterxml.jackson.module.jakarta.xmlbind.JakartaXmlBindAnnotationModule");

  private final TypeElement from;
  private final Elements elements;
  private final Types types;
  private final LombokMembers lombok;
  private final boolean knowsNames;

  /**
   * Makes an instance for one round.
   *
   * @param from a class of the program, which decides what is on its class path
   */
  public JacksonPojoIntrospector(
      TypeElement from, Elements elements, Types types, FieldInitializers initializers) {
    this.from = from;
    this.elements = elements;
    this.types = types;
    this.lombok = new LombokMembers(elements, initializers);
    this.knowsNames = MoreElements.exists(PARAMETER_NAMES, from, elements);
  }

  /** Returns whether a module on the class path makes Jackson read the annotations of JAXB. */
  public boolean mayReadJaxb() {
    return JAXB_MODULES.stream().anyMatch(module -> MoreElements.exists(module, from, elements));
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
    if (always) {
      return true;
    }
    for (Element member : type.getEnclosedElements()) {
      if (isWritten(type, member)) {
        return true;
      }
    }
    for (TypeMirror parent : types.directSupertypes(type.asType())) {
      TypeElement above = MoreTypes.asTypeElement(parent);
      if (!above.getQualifiedName().contentEquals("java.lang.Object") && canSerialize(above)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether JSON leaves all fields of {@code type} as they are: it has some, and Jackson
   * finds none to set. A public getter makes its field one that Jackson sets.
   */
  public boolean ignoresAllFields(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !knowsNames
        && hasField(type)
        && !hasSetter(type)
        && !canSerialize(type)
        && !canCreateFromScalar(type);
  }

  private static boolean hasField(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      if (Accessors.isField(member)) {
        return true;
      }
    }
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED && hasField(MoreTypes.asTypeElement(above));
  }

  private boolean hasSetter(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      boolean sets =
          Accessors.isField(member)
              ? lombok.addsSetter(type, (VariableElement) member)
              : member instanceof ExecutableElement method && Accessors.isSetter(method);
      if (sets && !isIgnored(type, member)) {
        return true;
      }
    }
    TypeMirror above = type.getSuperclass();
    return above.getKind() == TypeKind.DECLARED && hasSetter(MoreTypes.asTypeElement(above));
  }

  /** {@code @JsonIgnore} on one member ignores the whole property. */
  private static boolean isIgnored(TypeElement type, Element member) {
    String property = Accessors.propertyOf(member);
    for (Element other : type.getEnclosedElements()) {
      if (MoreElements.isAnnotationPresent(other, JacksonAnnotations.IGNORE)
          && Accessors.propertyOf(other).equals(property)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWritten(TypeElement type, Element member) {
    if (isIgnored(type, member)) {
      return false;
    }
    if (Accessors.isField(member)) {
      return isPublic(member)
          || LombokMembers.makesPublic(type, (VariableElement) member)
          || lombok.addsGetter(type, (VariableElement) member);
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
  public List<VariableElement> fieldsOf(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    if (canCreateFromScalar(type)) {
      return fields;
    }
    if (type.getKind() == ElementKind.RECORD) {
      for (VariableElement field : MoreElements.fieldsIn(type)) {
        if (Accessors.isOfInstances(field)) {
          fields.add(field);
        }
      }
    } else if (type.getKind() == ElementKind.CLASS && hasEmptyConstructor(type)) {
      addReadFields(type, fields);
    }
    return fields;
  }

  /** A constructor of Lombok's for one field of several is no wrapper of a scalar. */
  private boolean canCreateFromScalar(TypeElement type) {
    boolean isAdded = false;
    for (List<TypeMirror> parameters : lombok.constructorsOf(type)) {
      isAdded |= parameters.size() == 1 && DelegatingCreators.isScalar(parameters.get(0));
    }
    if (isAdded) {
      return MoreElements.fieldsIn(type).stream().filter(Accessors::isOfInstances).count() == 1
          || DelegatingCreators.hasStaticFactory(type);
    }
    return DelegatingCreators.canCreateFromScalar(type);
  }

  private boolean hasEmptyConstructor(TypeElement type) {
    List<List<TypeMirror>> added = lombok.constructorsOf(type);
    for (List<TypeMirror> parameters : added) {
      if (parameters.isEmpty()) {
        return true;
      }
    }
    for (ExecutableElement constructor : MoreElements.constructorsIn(type)) {
      if (constructor.getParameters().isEmpty()
          && (added.isEmpty() || lombok.isWritten(constructor))) {
        return true;
      }
    }
    return false;
  }

  private void addReadFields(TypeElement type, List<VariableElement> fields) {
    for (VariableElement field : MoreElements.fieldsIn(type)) {
      if (Accessors.isOfInstances(field) && isRead(type, field)) {
        fields.add(field);
      }
    }
    TypeMirror above = type.getSuperclass();
    if (above.getKind() == TypeKind.DECLARED) {
      addReadFields(MoreTypes.asTypeElement(above), fields);
    }
  }

  /** Jackson prefers a setter to the field; the setter may take another type. */
  private boolean isRead(TypeElement type, VariableElement field) {
    List<ExecutableElement> setters = new ArrayList<>();
    for (ExecutableElement method : MoreElements.methodsIn(type)) {
      if (Accessors.isSetter(method)
          && method.getSimpleName().contentEquals(Accessors.setterOf(field))) {
        setters.add(method);
      }
    }
    return setters.isEmpty()
        ? isPublic(field)
            || LombokMembers.makesPublic(type, field)
            || lombok.addsSetter(type, field)
        : setters.size() == 1
            && types.isSameType(setters.get(0).getParameters().get(0).asType(), field.asType());
  }

  private static boolean isPublic(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC);
  }
}
