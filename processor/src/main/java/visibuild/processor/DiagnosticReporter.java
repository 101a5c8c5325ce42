package visibuild.processor;

import java.util.Arrays;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import visibuild.processor.policy.InvalidPolicyException;
import visibuild.processor.policy.PolicyDiagnostic;
import visibuild.processor.read.ElementLocation;
import visibuild.processor.read.ReadResult;
import visibuild.processor.read.ReturnTypeLocation;
import visibuild.processor.validation.Problem;
import visibuild.processor.validation.Rule;

/** Reports problems to the compiler. No other class uses the {@link Messager}. */
final class DiagnosticReporter {
  private final Messager messager;
  private final ReturnTypeDiagnostics returnTypes;
  private final Set<Problem> reported;

  /**
   * Makes a reporter for one round.
   *
   * @param reported the problems of the compilation so far; several interfaces may share a model
   */
  DiagnosticReporter(Messager messager, ReturnTypeDiagnostics returnTypes, Set<Problem> reported) {
    this.messager = messager;
    this.returnTypes = returnTypes;
    this.reported = reported;
  }

  /** Reports {@code problem}, unless it is a warning that {@code @SuppressWarnings} silences. */
  void problem(Problem problem) {
    Element element = elementOf(problem);
    boolean isError = problem.rule().isError();
    if ((!isError && isSuppressed(element, problem.rule())) || !reported.add(problem)) {
      return;
    }
    Diagnostic.Kind kind = isError ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    if (problem.location() instanceof ReturnTypeLocation returnType) {
      if (!returnTypes.report(kind, problem.format(), returnType.method())) {
        messager.printMessage(kind, problem.format(), returnType.method());
      }
      return;
    }
    ElementLocation location = (ElementLocation) problem.location();
    messager.printMessage(kind, problem.format(), element, location.annotation(), location.value());
  }

  private static Element elementOf(Problem problem) {
    return problem.location() instanceof ReturnTypeLocation returnType
        ? returnType.method()
        : ((ElementLocation) problem.location()).element();
  }

  /** The annotation may stand on the element or on any declaration around it. */
  private static boolean isSuppressed(Element element, Rule rule) {
    SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
    Element around = element.getEnclosingElement();
    return (suppressed != null && Arrays.asList(suppressed.value()).contains(rule.suppression()))
        || (around != null && isSuppressed(around, rule));
  }

  void policyProblem(PolicyDiagnostic problem) {
    ElementLocation location = (ElementLocation) problem.location();
    messager.printMessage(Diagnostic.Kind.ERROR, problem.message(), location.element());
  }

  /** Reports without a location: a policy belongs to no interface. */
  void unusablePolicy(InvalidPolicyException policy) {
    messager.printMessage(
        Diagnostic.Kind.ERROR, "[visibuild/unusable-policy] " + policy.getMessage());
  }

  /** Reports an invalid option. It concerns no interface, so the error has no source location. */
  void invalidOption(IllegalArgumentException invalid) {
    messager.printMessage(
        Diagnostic.Kind.ERROR, "[" + Rule.INVALID_OPTION.id() + "] " + invalid.getMessage());
  }

  /** Reports a type that a class file names. The compiler itself reports all other names. */
  void missingType(TypeElement api, ReadResult.Deferred deferred) {
    problem(
        new Problem(
            Rule.MISSING_TYPE,
            deferred.location(),
            "%s has no client, because it inherits a method with the type %s, which is not on the class path."
                .formatted(api.getQualifiedName(), deferred.missing()),
            "Add the library that contains the type."));
  }

  void crash(TypeElement api, Throwable crash) {
    problem(
        new Problem(
            Rule.INTERNAL_ERROR,
            new ElementLocation(api, null, null),
            "The Visibuild processor failed on %s: %s (%s)."
                .formatted(api.getQualifiedName(), crash, placeOf(crash)),
            "This is a bug in the processor, not in your interface. Please report it with this"
                + " message and the interface."));
  }

  private static String placeOf(Throwable crash) {
    return Arrays.stream(crash.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("visibuild.processor"))
        .findFirst()
        .map(frame -> "at " + frame)
        .orElse("outside of the processor");
  }
}
