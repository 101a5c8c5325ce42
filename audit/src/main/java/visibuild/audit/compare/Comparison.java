package visibuild.audit.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Program;
import visibuild.policy.Access;
import visibuild.policy.Reason;

/**
 * Compares two programs call by call. A call is known by its interface, method name and parameter
 * types; where it stands in the source does not count.
 *
 * @since 0.1
 */
public final class Comparison {
  private Comparison() {}

  /** Returns the difference between {@code before} and {@code after}. */
  public static Difference of(Program before, Program after) {
    SortedMap<String, List<Call>> old = byMethod(before);
    SortedMap<String, List<Call>> now = byMethod(after);
    Set<String> methods = new LinkedHashSet<>(now.keySet());
    methods.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    methods.stream()
        .sorted()
        .forEach(
            method ->
                changes.addAll(
                    changes(
                        old.getOrDefault(method, List.of()), now.getOrDefault(method, List.of()))));
    return new Difference(before, after, changes);
  }

  /** The effect of a call, without its source position. */
  private record CallKey(
      String verb, String path, List<String> headers, Access scope, Reason reason) {
    static CallKey of(Call call) {
      return new CallKey(
          call.method().verb(),
          call.method().path(),
          call.method().headers(),
          call.method().scope(),
          call.method().reason());
    }
  }

  /** Of one method there can be several where a class path holds two versions of an interface. */
  private static List<Change> changes(List<Call> before, List<Call> after) {
    List<Call> gone = without(before, after);
    List<Call> fresh = without(after, before);
    List<Change> changes = new ArrayList<>();
    for (int index = 0; index < Math.max(gone.size(), fresh.size()); index++) {
      changes.add(new Change(at(gone, index), at(fresh, index)));
    }
    return changes;
  }

  private static List<Call> without(List<Call> calls, List<Call> others) {
    Set<CallKey> known = new LinkedHashSet<>(others.stream().map(CallKey::of).toList());
    return calls.stream().filter(call -> known.add(CallKey.of(call))).toList();
  }

  private static Optional<Call> at(List<Call> calls, int index) {
    return index < calls.size() ? Optional.of(calls.get(index)) : Optional.empty();
  }

  private static SortedMap<String, List<Call>> byMethod(Program program) {
    SortedMap<String, List<Call>> byMethod = new TreeMap<>();
    for (Call call : program.calls()) {
      byMethod
          .computeIfAbsent(
              call.api().api() + "#" + call.method().signature(), method -> new ArrayList<>())
          .add(call);
    }
    return byMethod;
  }
}
