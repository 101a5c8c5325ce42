package visibuild.processor.validation;

import visibuild.processor.model.SourceLocation;

/**
 * Something that is wrong with an interface.
 *
 * @param anchor the narrowest place that is wrong
 * @param wrong what is wrong, one sentence
 * @param instead what to write instead, one sentence or two
 */
public record Problem(Rule rule, SourceLocation anchor, String wrong, String instead) {
  /** The problem for people, the rule's id in front. */
  public String message() {
    return "[" + rule.id() + "] " + wrong + "\n" + instead;
  }
}
