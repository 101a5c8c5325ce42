package visibuild.processor.validation;

import com.palantir.javapoet.ClassName;
import java.util.List;
import visibuild.Scope;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.LibraryTypes;

/**
 * No method that the client inherits has the signature of its static factory, or of a method of
 * {@code Object} that is not public and so takes precedence over it.
 */
final class FactoryRules {
  private FactoryRules() {}

  /** A method that makes a request has a rule that reports it at the method. */
  static void check(ApiInterface api, Problems problems) {
    ClassName access =
        api.scope() == Scope.READ ? LibraryTypes.READ_ACCESS : LibraryTypes.WRITE_ACCESS;
    checkObject(api, problems);
    if (api.context().clashingSignatures().contains("create(" + access.canonicalName() + ")")
        && api.methods().stream().noneMatch(VerbRules::isFactory)) {
      problems.add(
          Rule.FACTORY_CLASH,
          api.location(),
          "%s has a method create(%s) with the signature of the static create method of the client."
              .formatted(api.label(), access.simpleName()),
          "Rename the method.");
    }
  }

  private static void checkObject(ApiInterface api, Problems problems) {
    for (String signature : List.of("clone()", "finalize()")) {
      if (api.context().clashingSignatures().contains(signature)) {
        problems.add(
            Rule.FACTORY_CLASH,
            api.location(),
            "%s has a default method %s, but its client has the one of Object, which is not public."
                .formatted(api.label(), signature),
            "Rename the method.");
      }
    }
  }
}
