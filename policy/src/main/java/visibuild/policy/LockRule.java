package visibuild.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requires each write to match an entry of the lock.
 *
 * @param asked the position at which a policy requires a lock; empty if none does
 */
record LockRule(Lock lock, Optional<SourcePosition> asked) implements PolicyRule {
  private static final String UPDATE =
      "update the lock (compile with -Avisibuild.checkLock=false, then visibuild audit lock) and"
          + " have its change reviewed.";

  @Override
  public Optional<Violation> violation(Descriptor api, MethodDescriptor method) {
    Lock.Write write = Lock.Write.of(api.api(), method);
    if (!Lock.Write.isNeededFor(method) || lock.approves(write)) {
      return Optional.empty();
    }
    String locked =
        lock.writes().stream()
            .filter(other -> other.api().equals(write.api()))
            .filter(other -> other.method().equals(write.method()))
            .findFirst()
            .map(other -> "is in %s as %s".formatted(lock.name(), other.request()))
            .orElse("is not in " + lock.name());
    return Optional.of(
        Violation.of(
            Rule.WRITE_NOT_LOCKED,
            api,
            method,
            "%s (%s) %s, and %s%s."
                .formatted(
                    PolicyRule.label(api, method),
                    PolicyRule.call(method),
                    method.writes() ? "writes" : "has a verb that writes, though stated to read",
                    headers(method) + locked,
                    asked.map(" (%s)"::formatted).orElse("")),
            "Remove the method; or, if it is meant to write, " + UPDATE));
  }

  private static String headers(MethodDescriptor method) {
    return method.headers().isEmpty()
        ? ""
        : "with the headers " + String.join("; ", method.headers()) + " it ";
  }

  @Override
  public Stream<Violation> unusedEntries(Collection<Descriptor> program) {
    Set<Lock.Write> there = new HashSet<>(Lock.of(lock.name(), program).writes());
    return lock.writes().stream()
        .filter(write -> !there.contains(write))
        .map(
            write ->
                Violation.ofEntry(
                    Rule.LOCK_OUTDATED,
                    new SourcePosition(lock.name(), OptionalInt.empty()),
                    "%s approves %s, which this program does not have."
                        .formatted(lock.name(), write),
                    "Make sure that it is meant to be gone, then " + UPDATE));
  }
}
