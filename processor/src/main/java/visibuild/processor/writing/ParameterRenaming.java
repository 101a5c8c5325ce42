package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;
import visibuild.processor.model.DefaultMethod;
import visibuild.processor.model.LibraryTypes;
import visibuild.processor.model.Parameter;

/**
 * Renames the parameters that may obscure a class or a package in the body of a method (JLS 6.4.2),
 * such as {@code ClientCalls} or {@code visibuild}. javac reads a method's annotations with its
 * parameters in scope too, so that any class of an annotation's constant can be obscured.
 */
final class ParameterRenaming {
  private static final List<ClassName> CALLED =
      List.of(LibraryTypes.CLIENT_CALLS, LibraryTypes.FUTURE_KT, LibraryTypes.UNIT);

  private final Set<String> packages = new HashSet<>();

  /** Makes the renaming for the methods of {@code api}. */
  ParameterRenaming(ApiInterface api) {
    CALLED.forEach(this::add);
    api.defaults().stream().map(DefaultMethod::implementation).forEach(this::add);
  }

  private void add(ClassName called) {
    packages.add(called.packageName().split("\\.", 2)[0]);
  }

  private boolean mayObscure(Parameter parameter) {
    return Character.isUpperCase(parameter.name().codePointAt(0))
        || packages.contains(parameter.name());
  }

  /** Returns {@code method} with parameters that obscure nothing. */
  ApiMethod apply(ApiMethod method) {
    if (method.parameters().stream().noneMatch(this::mayObscure)) {
      return method;
    }
    Set<String> taken = new HashSet<>();
    method.parameters().forEach(parameter -> taken.add(parameter.name()));
    return method.withParameters(
        method.parameters().stream().map(each -> rename(each, taken)).toList());
  }

  private Parameter rename(Parameter parameter, Set<String> taken) {
    return mayObscure(parameter)
        ? new Parameter(
            CallsMethodPlan.fresh("_" + parameter.name(), taken),
            parameter.type(),
            parameter.annotations(),
            parameter.location())
        : parameter;
  }
}
