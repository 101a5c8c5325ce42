package visibuild.processor.policy;

import visibuild.policy.Violation;
import visibuild.processor.model.SourceLocation;

/**
 * Something that the team's policy does not permit.
 *
 * @param location the method that does it
 */
public record PolicyDiagnostic(SourceLocation location, Violation violation) {
  /** The breach for people, the rule's id in front. */
  public String message() {
    return "[visibuild/%s] %s\n%s"
        .formatted(violation.rule().id(), violation.problem(), violation.hint());
  }
}
