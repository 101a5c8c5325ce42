package visibuild.audit.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import visibuild.audit.Program;
import visibuild.policy.Lock;
import visibuild.policy.Lock.Write;

/**
 * Describes a lock that was written from programs. A lock has the reachable writes only, but the
 * compiler checks each declared one, so the summary names the writes that the lock leaves out.
 *
 * @since 0.1
 */
public final class LockSummary {
  private static final Pattern READY_MADE = Pattern.compile("visibuild\\.(?:client\\.)?\\w+");

  private LockSummary() {}

  /** Returns one or two lines about {@code lock}, without control characters. */
  public static List<String> lines(Lock lock, List<Program> programs) {
    String count = "%s approves %s.".formatted(lock.name(), counted(lock.writes().size()));
    List<Write> unreachable =
        Lock.of(
                lock.name(),
                programs.stream().flatMap(program -> program.descriptors().stream()).toList())
            .writes()
            .stream()
            .filter(write -> !lock.approves(write) && !isReadyMade(write))
            .toList();
    if (unreachable.isEmpty()) {
      return List.of(TextSanitizer.of(count));
    }
    String leftOut =
        ("It leaves out %s that no entry point reaches: %s. A module that declares such a write does"
                + " not compile with this lock (write-not-locked); call the method, or remove it.")
            .formatted(
                counted(unreachable.size()),
                unreachable.stream().map(Write::toString).collect(Collectors.joining(", ")));
    return List.of(TextSanitizer.of(count), TextSanitizer.of(leftOut));
  }

  /**
   * Interfaces of the ready-made client and uploads are compiled already, so no lock stops them.
   */
  private static boolean isReadyMade(Write write) {
    return READY_MADE.matcher(write.api()).matches();
  }

  private static String counted(int writes) {
    return writes == 1 ? "1 write" : writes + " writes";
  }
}
