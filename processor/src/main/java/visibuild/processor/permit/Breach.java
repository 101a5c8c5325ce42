package visibuild.processor.permit;

import visibuild.policy.Violation;
import visibuild.processor.model.Anchor;

/**
 * Something that the team's policy does not permit.
 *
 * @param anchor the method that does it
 */
public record Breach(Anchor anchor, Violation violation) {
  /** The breach for people, the rule's id in front. */
  public String message() {
    return "[visibuild/%s] %s\n%s"
        .formatted(violation.rule().id(), violation.wrong(), violation.instead());
  }
}
