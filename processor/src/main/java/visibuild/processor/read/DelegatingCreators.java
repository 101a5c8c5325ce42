package visibuild.processor.read;

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
final class DelegatingCreators {
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

  private DelegatingCreators() {}

  /** Whether a text, a number or a boolean may be all that {@code type} is made of. */
  static boolean canCreateFromScalar(TypeElement type) {
    return Stream.concat(constructorsOf(type), factoriesOf(type)).anyMatch(SCALARS::contains);
  }

  /** Whether a key of a map can be made. */
  static boolean canCreateFromString(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || Stream.concat(constructorsOf(type), factoriesOf(type)).anyMatch(TEXT::equals);
  }

  /** Whether a static method makes one, of an interface or an abstract class too. */
  static boolean hasStaticFactory(TypeElement type) {
    return factoriesOf(type).anyMatch(SCALARS::contains);
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
