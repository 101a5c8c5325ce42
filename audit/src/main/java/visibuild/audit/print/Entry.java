package visibuild.audit.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Findings;
import visibuild.audit.Program;

/**
 * A call on the page.
 *
 * @param program the place of its program among the programs
 * @param change what happened to it; empty if it is as before, or nothing was compared
 */
record Entry(int program, Call call, Optional<Change> change) {
  /** All calls of {@code findings}, those that are gone too. */
  static List<Entry> of(Findings findings) {
    Map<Call, Change> changes = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    findings.difference().stream()
        .flatMap(difference -> difference.changes().stream())
        .forEach(change -> changes.put(change.call(), change));
    for (int index = 0; index < findings.programs().size(); index++) {
      Program program = findings.programs().get(index);
      for (Call call : program.calls()) {
        entries.add(new Entry(index, call, Optional.ofNullable(changes.get(call))));
      }
    }
    changes.values().stream()
        .filter(change -> change.kind() == Change.Kind.REMOVED)
        .map(change -> new Entry(0, change.call(), Optional.of(change)))
        .forEach(entries::add);
    return entries;
  }

  /** Whether the program makes the call now. */
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
