package visibuild.audit.report;

import java.util.List;
import java.util.stream.Collectors;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Program;

/** The shortest paths from entry points to calls, as text. */
final class CallPaths {
  private CallPaths() {}

  /** Returns the path of {@code call}, or nothing if none is known. */
  static String text(Program program, Call call) {
    return text(steps(program, call));
  }

  static String text(List<CallStep> path) {
    return path.stream()
        .map(CallStep::toString)
        .map(TextSanitizer::of)
        .collect(Collectors.joining(" -> "));
  }

  static List<CallStep> steps(Program program, Call call) {
    return program.reachability().pathTo(call).orElse(List.of());
  }
}
