package visibuild.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.stream.Collectors;

/** A type in the words of a message: without packages, without annotations. */
final class SimpleNames {
  private SimpleNames() {}

  static String of(TypeName type) {
    if (type instanceof ClassName name) {
      return String.join(".", name.simpleNames());
    }
    if (type instanceof ParameterizedTypeName generic) {
      return of(generic.rawType()) + of(generic.typeArguments(), "<", ", ", ">");
    }
    if (type instanceof ArrayTypeName array) {
      return of(array.componentType()) + "[]";
    }
    return type instanceof WildcardTypeName wildcard
        ? wildcard(wildcard)
        : type.withoutAnnotations().toString();
  }

  private static String wildcard(WildcardTypeName type) {
    if (!type.lowerBounds().isEmpty()) {
      return of(type.lowerBounds(), "? super ", " & ", "");
    }
    return type.upperBounds().equals(List.of(ClassName.OBJECT))
        ? "?"
        : of(type.upperBounds(), "? extends ", " & ", "");
  }

  private static String of(List<TypeName> types, String before, String between, String after) {
    return types.stream().map(SimpleNames::of).collect(Collectors.joining(between, before, after));
  }
}
