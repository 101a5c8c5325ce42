package visibuild.processor.jackson;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import visibuild.processor.element.MoreTypes;

/** The constructors and factories with one parameter that Jackson calls without an annotation. */
public final class DelegatingCreators {
  private static final String TEXT = "java.lang.String";

  /** The parameter types of a creator that Jackson calls without an annotation. */
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

  private static final Set<String> TEXTS = Set.of(TEXT);
  private static final Set<String> FACTORIES = Set.of("valueOf", "fromString");

  private DelegatingCreators() {}

  /** Returns whether a string, a number or a boolean can become a {@code type}. */
  static boolean canCreateFromScalar(TypeElement type) {
    return isMadeBy(type, ElementKind.CONSTRUCTOR, SCALARS) || hasStaticFactory(type);
  }

  /** Returns whether a string can become a {@code type}. */
  static boolean canCreateFromString(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || isMadeBy(type, ElementKind.CONSTRUCTOR, TEXTS)
        || isMadeBy(type, ElementKind.METHOD, TEXTS);
  }

  /** Returns whether a static method turns a scalar into a {@code type}, which may be abstract. */
  public static boolean hasStaticFactory(TypeElement type) {
    return isMadeBy(type, ElementKind.METHOD, SCALARS);
  }

  /** Returns whether Jackson takes a JSON scalar for a constructor parameter of {@code type}. */
  static boolean isScalar(TypeMirror type) {
    return SCALARS.contains(nameOf(type));
  }

  /** Returns whether a constructor or a factory of {@code type} takes one of {@code types}. */
  private static boolean isMadeBy(TypeElement type, ElementKind kind, Set<String> types) {
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == kind
          && isCreator((ExecutableElement) member)
          && types.contains(nameOf(((ExecutableElement) member).getParameters().get(0).asType()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCreator(ExecutableElement member) {
    return member.getParameters().size() == 1
        && (member.getKind() == ElementKind.CONSTRUCTOR
            || (member.getModifiers().contains(Modifier.STATIC)
                && FACTORIES.contains(member.getSimpleName().toString())));
  }

  private static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? MoreTypes.asTypeElement(type).getQualifiedName().toString()
        : type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : "";
  }
}
