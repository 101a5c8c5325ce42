package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * The permissions that a team gives to a module or a program. An absent member restricts nothing.
 *
 * @param name the policy as a message names it: its file, or the compiler's options
 * @param highestScope the highest scope allowed
 * @param mayWrite the interfaces and methods that may write; all others may only read
 * @param neverCall paths that no call may go to, reads included
 * @param approvals the approvals of writes; if the list is present, even empty, each write needs
 *     one
 * @param lock the lock file, as a path relative to the policy's own
 * @param extended the policy file that this one extends, as a path relative to its own
 * @since 0.1
 */
public record Policy(
    String name,
    Optional<Located<Access>> highestScope,
    Optional<Located<List<NamePattern>>> mayWrite,
    List<PathPattern> neverCall,
    Optional<Located<List<Approval>>> approvals,
    Optional<Located<String>> lock,
    Optional<Located<String>> extended) {
  /** Makes a policy of copies of the lists. */
  public Policy {
    mayWrite = mayWrite.map(list -> new Located<>(List.copyOf(list.value()), list.position()));
    neverCall = List.copyOf(neverCall);
    approvals = approvals.map(list -> new Located<>(List.copyOf(list.value()), list.position()));
  }
}
