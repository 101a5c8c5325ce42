package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;

/**
 * Detects parameters that obscure a package (JLS 6.4.2). If the client writes a type with its
 * package, a parameter called {@code visibuild} gets another name.
 */
final class PackageObscuring {
  private static final List<ClassName> CALLED =
      List.of(
          LibraryTypes.CLIENT_CALLS, LibraryTypes.SCOPE, LibraryTypes.FUTURE_KT, LibraryTypes.UNIT);

  private final Set<String> names;

  private PackageObscuring(Set<String> names) {
    this.names = names;
  }

  /**
   * Those of {@code api}.
   *
   * @param hidden the simple names that mean something else inside the client
   */
  static PackageObscuring of(ApiInterface api, Set<String> hidden) {
    return new PackageObscuring(
        Stream.concat(CALLED.stream(), api.defaults().stream().map(DefaultMethod::implementation))
            .filter(type -> hidden.contains(type.topLevelClassName().simpleName()))
            .map(type -> type.packageName().split("\\.", 2)[0])
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The method, with other names for parameters that would obscure a package. */
  ApiMethod clear(ApiMethod method) {
    Set<String> taken = new HashSet<>();
    method.parameters().forEach(parameter -> taken.add(parameter.name()));
    return method.parameters().stream().anyMatch(each -> names.contains(each.name()))
        ? method.withParameters(
            method.parameters().stream().map(each -> clear(each, taken)).toList())
        : method;
  }

  private Parameter clear(Parameter parameter, Set<String> taken) {
    if (!names.contains(parameter.name())) {
      return parameter;
    }
    return new Parameter(
        CallsMethodPlan.fresh(parameter.name(), taken),
        parameter.type(),
        parameter.annotations(),
        parameter.location());
  }
}
