package visibuild.processor;

import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import visibuild.processor.policy.InvalidPolicyException;
import visibuild.processor.policy.PolicyDiagnostic;
import visibuild.processor.read.ElementLocation;
import visibuild.processor.read.ReadResult;
import visibuild.processor.read.ReturnTypeLocation;
import visibuild.processor.validation.Problem;
import visibuild.processor.validation.Rule;

/** Tells the user. The one place that speaks to the compiler. */
final class DiagnosticReporter {
  private final Messager messager;
  private final ReturnTypeDiagnostics returnTypes;

  DiagnosticReporter(Messager messager, ReturnTypeDiagnostics returnTypes) {
    this.messager = messager;
    this.returnTypes = returnTypes;
  }

  void problem(Problem problem) {
    if (problem.location() instanceof ReturnTypeLocation result) {
      if (!returnTypes.report(problem.format(), result.method())) {
        messager.printMessage(Diagnostic.Kind.ERROR, problem.format(), result.method());
      }
      return;
    }
    ElementLocation location = (ElementLocation) problem.location();
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        problem.format(),
        location.element(),
        location.annotation(),
        location.value());
  }

  void policyProblem(PolicyDiagnostic policyProblem) {
    ElementLocation location = (ElementLocation) policyProblem.location();
    messager.printMessage(Diagnostic.Kind.ERROR, policyProblem.message(), location.element());
  }

  /** Belongs to no interface, so it is said without a place. */
  void unusablePolicy(InvalidPolicyException policy) {
    messager.printMessage(
        Diagnostic.Kind.ERROR, "[visibuild/unusable-policy] " + policy.getMessage());
  }

  void missingType(TypeElement api, ReadResult.Deferred deferred) {
    problem(
        new Problem(
            Rule.MISSING_TYPE,
            deferred.location(),
            "%s has no client, because it names %s, which is not there."
                .formatted(
                    api.getQualifiedName(),
                    deferred.missing().isEmpty() ? "something" : deferred.missing()),
            "Check its spelling and import. If another annotation processor writes it, check that"
                + " that one runs."));
  }

  void crash(TypeElement api, Throwable crash) {
    problem(
        new Problem(
            Rule.INTERNAL_ERROR,
            new ElementLocation(api, null, null),
            "The Visibuild processor failed on %s: %s (%s)."
                .formatted(api.getQualifiedName(), crash, placeOf(crash)),
            "That is a mistake in the processor and not in your interface. Please report it,"
                + " together with this message and the interface."));
  }

  private static String placeOf(Throwable crash) {
    return Arrays.stream(crash.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("visibuild.processor"))
        .findFirst()
        .map(frame -> "at " + frame)
        .orElse("outside of the processor");
  }
}
