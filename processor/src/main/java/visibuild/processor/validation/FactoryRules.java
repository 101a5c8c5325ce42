package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.LibraryTypes;

/** No method that the client inherits has the signature of its static factory. */
final class FactoryRules {
  private FactoryRules() {}

  /** A method that makes a request has a rule that reports it at the method. */
  static void check(ApiInterface api, Problems problems) {
    ClassName access =
        api.scope() == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS;
    if (api.context().createParameters().contains(access.canonicalName())
        && api.methods().stream().noneMatch(VerbRules::isFactory)) {
      problems.add(
          Rule.FACTORY_CLASH,
          api.location(),
          "%s has a method create(%s) with the signature of the static create method of the client."
              .formatted(api.label(), access.simpleName()),
          "Rename the method.");
    }
  }
}
