package visibuild.processor.validation;

import java.util.List;
import java.util.Set;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;

/** Checks an interface against all families of rules. */
public final class Rules {
  /** Rules that a further method of the interface might satisfy. */
  private static final Set<Rule> OF_THE_WHOLE = Set.of(Rule.NO_METHODS, Rule.SCOPE_TOO_WIDE);

  private static final List<RuleFamily> FAMILIES = List.of(RuleFamily.values());

  private Rules() {}

  /** Returns the problems of {@code part}, an interface of which some methods are unknown. */
  public static List<Problem> problemsOfPart(ApiInterface part) {
    return problemsOf(part).stream()
        .filter(problem -> !OF_THE_WHOLE.contains(problem.rule()))
        .toList();
  }

  /** Returns the problems of {@code api}. A client can be written if none is an error. */
  public static List<Problem> problemsOf(ApiInterface api) {
    Problems problems = new Problems();
    DeclarationRules.check(api, problems);
    IgnoredAnnotationRules.check(api, problems);
    if (!api.declaration().canHaveClient()) {
      return problems.toList();
    }
    for (ApiMethod method : api.methods()) {
      for (RuleFamily family : familiesFor(method)) {
        for (MethodRules check : family.checks()) {
          check.check(method, api, problems);
        }
      }
    }
    DuplicateRequestRules.check(api, problems);
    ForeignAnnotationRules.check(api, problems);
    ScopeRules.checkThatSomethingWrites(api, problems);
    return problems.toList();
  }

  /** A method annotated for another library breaks most rules, but has one problem. */
  private static List<RuleFamily> familiesFor(ApiMethod method) {
    return VerbRules.hasForeignVerb(method) ? List.of(RuleFamily.REQUEST) : FAMILIES;
  }
}
