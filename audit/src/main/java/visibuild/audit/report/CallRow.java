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
 * @param program the index of its program
 * @param change the change of the call; empty if it is as before, or nothing was compared
 * @param reachable whether an entry point reaches it
 */
record CallRow(int program, Call call, Optional<Change> change, boolean reachable) {
  /** Returns all calls of {@code findings}, with removed calls and unreachable writes. */
  static List<CallRow> of(Findings findings) {
    List<Change> changed = findings.difference().map(Difference::changes).orElseGet(List::of);
    // By identity, because the comparison of two calls compares their whole interfaces.
    IdentityHashMap<MethodDescriptor, Change> changes = new IdentityHashMap<>();
    changed.forEach(change -> changes.put(change.call().method(), change));
    List<CallRow> entries = new ArrayList<>();
    for (int index = 0; index < findings.programs().size(); index++) {
      Program program = findings.programs().get(index);
      for (Call call : program.calls()) {
        entries.add(
            new CallRow(index, call, Optional.ofNullable(changes.get(call.method())), true));
      }
      for (Call call : program.unreachableWrites()) {
        entries.add(new CallRow(index, call, Optional.empty(), false));
      }
    }
    changed.stream()
        .filter(change -> change.kind() == Change.Kind.REMOVED)
        .map(change -> new CallRow(0, change.call(), Optional.of(change), true))
        .forEach(entries::add);
    return entries;
  }

  /** Returns whether the program can make the call now. */
  boolean isThere() {
    return reachable && change.filter(what -> what.kind() == Change.Kind.REMOVED).isEmpty();
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
