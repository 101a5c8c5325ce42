package visibuild.processor.validation;

import java.util.List;
import java.util.Set;
import visibuild.processor.model.ApiInterface;
import visibuild.processor.model.ApiMethod;

/** All families of rules, in the order in which a person would look. */
public final class Rules {
  private static final List<MethodRules> OF_METHODS =
      List.of(
          new VerbRules(),
          new HttpVerbRules(),
          new ScopeRules(),
          new PathRules(),
          new UrlRules(),
          new QueryRules(),
          new ParameterNameRules(),
          new ParameterRules(),
          new ParameterTypeRules(),
          new StringValueRules(),
          new NullableParameterRules(),
          new BodyTypeRules(),
          new TagRules(),
          new OptionsRules(),
          new HeaderRules(),
          new EncodingRules(),
          new ReturnTypeRules(),
          new ReturnAnnotationRules(),
          new PagingRules());

  /** What a further method would mend. */
  private static final Set<Rule> OF_THE_WHOLE = Set.of(Rule.NO_METHODS, Rule.SCOPE_TOO_WIDE);

  private Rules() {}

  /** All that is wrong with {@code part}, an interface of which not all methods are known. */
  public static List<Problem> problemsOfPart(ApiInterface part) {
    return problemsOf(part).stream()
        .filter(problem -> !OF_THE_WHOLE.contains(problem.rule()))
        .toList();
  }

  /** All that is wrong with {@code api}: nothing, if a client can be written. */
  public static List<Problem> problemsOf(ApiInterface api) {
    Problems problems = new Problems();
    DeclarationRules.check(api, problems);
    if (!api.declaration().canHaveClient()) {
      return problems.toList();
    }
    for (ApiMethod method : api.methods()) {
      OF_METHODS.forEach(rules -> rules.check(method, api, problems));
    }
    DuplicateRequestRules.check(api, problems);
    ScopeRules.checkThatSomethingWrites(api, problems);
    return problems.toList();
  }
}
