package visibuild.processor.validation;

import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;

/** A family of rules that judges each method for itself. */
@FunctionalInterface
interface MethodRules {
  void check(ApiMethod method, ApiInterface api, Problems problems);
}
