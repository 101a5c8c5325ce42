package visibuild.processor.jackson;

import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * The members that Jackson takes for accessors by their names ({@code
 * DefaultAccessorNamingStrategy}). Visibility is the caller's matter: a mapper may accept private
 * accessors.
 */
final class Accessors {
  private static final String GET = "get";
  private static final String IS = "is";
  private static final String SET = "set";

  private Accessors() {}

  /**
   * Returns whether {@code method} is a getter. An {@code is} method may return any type, because a
   * mapper and the Kotlin module can allow that.
   */
  static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return isOfInstances(method)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && (hasPrefix(name, GET) || hasPrefix(name, IS));
  }

  /** Returns whether {@code method} is a setter. */
  static boolean isSetter(ExecutableElement method) {
    return isOfInstances(method)
        && method.getParameters().size() == 1
        && hasPrefix(method.getSimpleName().toString(), SET);
  }

  /** Returns whether {@code method} ends a builder. */
  static boolean isBuildMethod(ExecutableElement method) {
    return isOfInstances(method)
        && method.getParameters().isEmpty()
        && method.getSimpleName().contentEquals("build");
  }

  /** Returns the name of the setter for {@code field}. */
  static String setterOf(Element field) {
    return SET + capitalized(field);
  }

  /** Returns whether {@code method} is the getter of {@code field}. */
  static boolean isGetterOf(Element field, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return isGetter(method)
        && (name.equals(GET + capitalized(field)) || name.equals(IS + capitalized(field)));
  }

  /** Returns whether {@code member} is neither static nor transient. */
  static boolean isOfInstances(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC)
        && !member.getModifiers().contains(Modifier.TRANSIENT);
  }

  /** Returns whether {@code member} is a field of an instance that Jackson does not skip. */
  static boolean isField(Element member) {
    return member.getKind() == ElementKind.FIELD && isOfInstances(member);
  }

  /** Returns the name of the property that the field or the accessor {@code member} belongs to. */
  static String propertyOf(Element member) {
    String name = member.getSimpleName().toString();
    if (member.getKind() != ElementKind.METHOD) {
      return name;
    }
    for (String prefix : new String[] {GET, IS, SET}) {
      if (hasPrefix(name, prefix)) {
        String rest = name.substring(prefix.length());
        return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
      }
    }
    return name;
  }

  private static boolean hasPrefix(String name, String prefix) {
    return name.length() > prefix.length() && name.startsWith(prefix);
  }

  private static String capitalized(Element field) {
    String name = field.getSimpleName().toString();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
