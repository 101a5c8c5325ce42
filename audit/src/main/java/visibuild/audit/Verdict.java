package visibuild.audit;

import java.util.List;
import visibuild.policy.Violation;

/**
 * What policies and a lock say of programs.
 *
 * @param files the policy and lock files that were held against them
 * @param violations what is broken, in the order of the programs
 * @since 0.1
 */
public record Verdict(List<String> files, List<Violation> violations) {
  /** Makes a verdict of copies of the lists. */
  public Verdict {
    files = List.copyOf(files);
    violations = List.copyOf(violations);
  }

  /** Whether nothing is broken. */
  public boolean holds() {
    return violations.isEmpty();
  }
}
