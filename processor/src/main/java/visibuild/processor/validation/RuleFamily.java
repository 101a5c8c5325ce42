package visibuild.processor.validation;

import java.util.List;

/**
 * All families of rules, in the order of {@code docs/reference/rules.md}. A rule belongs to one
 * family, and a class that checks methods reports rules of one family.
 */
public enum RuleFamily {
  /** The annotated declaration itself. */
  INTERFACE("The interface"),
  /** The declared scope and the scope that each method needs. */
  SCOPE("Scopes", new ScopeRules()),
  /** The request that a method stands for. */
  REQUEST("The request", new VerbRules()),
  /** The URL of the request. */
  URL("The URL", new PathRules(), new UrlRules(), new QueryRules()),
  /** The parameters of a method. */
  PARAMETER(
      "Parameters",
      new ParameterNameRules(),
      new ParameterRules(),
      new ParameterTypeRules(),
      new StringValueRules(),
      new NullableParameterRules(),
      new TagRules(),
      new OptionsRules()),
  /** The headers of the request. */
  HEADER("Headers", new HeaderRules(), new MethodOverrideRules()),
  /** The body of the request. */
  BODY("Bodies", new BodyTypeRules(), new EncodingRules(), new PartRules()),
  /** The response, and the return type that it is decoded to. */
  RESPONSE("Responses", new ReturnTypeRules(), new ReturnAnnotationRules(), new PagingRules()),
  /** The processor itself. */
  PROCESSOR("The processor");

  private final String heading;

  @SuppressWarnings("ImmutableEnumChecker") // Checks have no state.
  private final List<MethodRules> checks;

  RuleFamily(String heading, MethodRules... checks) {
    this.heading = heading;
    this.checks = List.of(checks);
  }

  /** Returns the heading of the family's section in {@code docs/reference/rules.md}. */
  public String heading() {
    return heading;
  }

  /** Returns the checks that judge each method for itself. */
  List<MethodRules> checks() {
    return checks;
  }
}
