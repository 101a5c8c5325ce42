package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
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
    for (ClassName called : CALLED) {
      add(called);
    }
    for (DefaultMethod body : api.defaults()) {
      add(body.implementation());
    }
  }

  private void add(ClassName called) {
    String name = called.packageName();
    int dot = name.indexOf('.');
    packages.add(dot < 0 ? name : name.substring(0, dot));
  }

  private boolean mayObscure(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (mayObscure(parameter)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayObscure(Parameter parameter) {
    return Character.isUpperCase(parameter.name().codePointAt(0))
        || packages.contains(parameter.name());
  }

  /** Returns {@code method} with parameters that obscure nothing. */
  ApiMethod apply(ApiMethod method) {
    if (!mayObscure(method.parameters())) {
      return method;
    }
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : method.parameters()) {
      taken.add(parameter.name());
    }
    List<Parameter> renamed = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      renamed.add(rename(parameter, taken));
    }
    return method.withParameters(renamed);
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
