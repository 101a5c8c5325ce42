package visibuild.audit.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.policy.MethodDescriptor;

/**
 * A call on the page.
 *
 * @param program the place of its program among the programs
 * @param change what happened to it; empty if it is as before, or nothing was compared
 */
record CallRow(int program, Call call, Optional<Change> change) {
  /** All calls of {@code findings}, those that are gone too. */
  static List<CallRow> of(Findings findings) {
    List<Change> changed = findings.difference().map(Difference::changes).orElseGet(List::of);
    // By the very object: to compare a call with another takes as long as its whole interface is.
    IdentityHashMap<MethodDescriptor, Change> changes = new IdentityHashMap<>();
    changed.forEach(change -> changes.put(change.call().method(), change));
    List<CallRow> entries = new ArrayList<>();
    for (int index = 0; index < findings.programs().size(); index++) {
      Program program = findings.programs().get(index);
      for (Call call : program.calls()) {
        entries.add(new CallRow(index, call, Optional.ofNullable(changes.get(call.method()))));
      }
    }
    changed.stream()
        .filter(change -> change.kind() == Change.Kind.REMOVED)
        .map(change -> new CallRow(0, change.call(), Optional.of(change)))
        .forEach(entries::add);
    return entries;
  }

  /** Returns whether the program makes the call now. */
  boolean isThere() {
    return change.filter(what -> what.kind() == Change.Kind.REMOVED).isEmpty();
  }

  /** {@code read} or {@code write}. */
  String access() {
    return call.method().writes() ? "write" : "read";
  }

  /** The kind of change as a word, or nothing. */
  String changeWord() {
    return change.map(what -> what.kind().word()).orElse("");
  }
}
