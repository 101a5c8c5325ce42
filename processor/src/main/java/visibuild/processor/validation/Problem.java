package visibuild.processor.validation;

import visibuild.processor.model.SourceLocation;

/**
 * A problem of an interface.
 *
 * @param location the narrowest place of the problem
 * @param message the problem, in one sentence
 * @param hint the remedy, in one or two sentences
 */
public record Problem(Rule rule, SourceLocation location, String message, String hint) {
  /** The problem for people, the rule's id in front. */
  public String format() {
    return "[" + rule.id() + "] " + message + "\n" + hint;
  }
}
