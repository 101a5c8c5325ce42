package visibuild.processor.jackson;

import com.google.auto.common.MoreTypes;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

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

  private static final Set<String> FACTORIES = Set.of("valueOf", "fromString");

  private DelegatingCreators() {}

  /** Returns whether a string, a number or a boolean can become a {@code type}. */
  static boolean canCreateFromScalar(TypeElement type) {
    return Stream.concat(constructorsOf(type), factoriesOf(type)).anyMatch(SCALARS::contains);
  }

  /** Returns whether a string can become a {@code type}. */
  static boolean canCreateFromString(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || Stream.concat(constructorsOf(type), factoriesOf(type)).anyMatch(TEXT::equals);
  }

  /** Returns whether a static method turns a scalar into a {@code type}, which may be abstract. */
  public static boolean hasStaticFactory(TypeElement type) {
    return factoriesOf(type).anyMatch(SCALARS::contains);
  }

  /** Returns whether Jackson takes a JSON scalar for a constructor parameter of {@code type}. */
  static boolean isScalar(TypeMirror type) {
    return SCALARS.contains(nameOf(type));
  }

  private static Stream<String> constructorsOf(TypeElement type) {
    return parametersOf(ElementFilter.constructorsIn(type.getEnclosedElements()).stream());
  }

  private static Stream<String> factoriesOf(TypeElement type) {
    return parametersOf(
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.STATIC))
            .filter(method -> FACTORIES.contains(method.getSimpleName().toString())));
  }

  private static Stream<String> parametersOf(Stream<ExecutableElement> creators) {
    return creators
        .map(ExecutableElement::getParameters)
        .filter(parameters -> parameters.size() == 1)
        .map(parameters -> nameOf(parameters.get(0).asType()));
  }

  private static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? MoreTypes.asTypeElement(type).getQualifiedName().toString()
        : type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : "";
  }
}
