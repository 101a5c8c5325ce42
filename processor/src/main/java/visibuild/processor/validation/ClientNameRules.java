package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.Parameter;
import visibuild.processor.model.TypeUse;

/** No nested type hides a class that the client has to name and cannot qualify. */
final class ClientNameRules {
  private ClientNameRules() {}

  static void check(ApiInterface api, Problems problems) {
    Optional<String> name = hiddenInUnnamedPackage(api);
    if (name.isPresent()) {
      problems.add(
          Rule.INACCESSIBLE_TYPE,
          api.location(),
          "The client of %s has to name the class %s, but a nested type called %s hides it, and the package has no name."
              .formatted(api.label(), name.get(), name.get()),
          "Rename the nested type %s, or move %s into a package."
              .formatted(name.get(), api.label()));
    }
  }

  /** Elsewhere the client writes the package in front of a name that a nested type hides. */
  private static Optional<String> hiddenInUnnamedPackage(ApiInterface api) {
    Set<String> nested = api.context().inheritedTypes();
    if (!api.name().packageName().isEmpty() || nested.isEmpty()) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(api.client(), api.name()),
            api.methods().stream()
                .flatMap(ClientNameRules::typesOf)
                .flatMap(ClientNameRules::names))
        .filter(name -> name.packageName().isEmpty())
        .map(name -> name.simpleNames().get(0))
        .filter(nested::contains)
        .findFirst();
  }

  private static Stream<TypeUse> typesOf(ApiMethod method) {
    return Stream.concat(
        Stream.of(method.returnType()), method.parameters().stream().map(Parameter::type));
  }

  private static Stream<ClassName> names(TypeUse type) {
    return Stream.concat(
        type.name().stream(), type.arguments().stream().flatMap(ClientNameRules::names));
  }
}
