package visibuild.processor.validation;

import visibuild.processor.model.SourceLocation;

/**
 * Something that is wrong with an interface.
 *
 * @param location the narrowest place that is wrong
 * @param message what is wrong, one sentence
 * @param hint what to write instead, one sentence or two
 */
public record Problem(Rule rule, SourceLocation location, String message, String hint) {
  /** The problem for people, the rule's id in front. */
  public String format() {
    return "[" + rule.id() + "] " + message + "\n" + hint;
  }
}
