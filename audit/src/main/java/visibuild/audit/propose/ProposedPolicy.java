package visibuild.audit.propose;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Program;
import visibuild.policy.Access;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.json.Json;
import visibuild.policy.json.JsonText;

/**
 * The smallest policy that the reachable calls of some programs do not break. Immutable.
 *
 * @param programs the programs
 * @param approvedBy the name in each approval
 * @param until the last day on which the approvals count
 * @since 0.1
 */
public record ProposedPolicy(List<Program> programs, String approvedBy, LocalDate until) {
  /**
   * Creates a proposal from a copy of {@code programs}.
   *
   * @throws IllegalArgumentException if {@code approvedBy} is blank, which no policy may hold
   */
  public ProposedPolicy {
    if (Json.isBlank(approvedBy)) {
      throw new IllegalArgumentException(
          "The name in the approvals is blank. Name the approver, or leave the option out.");
    }
    programs = List.copyOf(programs);
  }

  /** Returns the content of the policy file. */
  public String policy() {
    boolean writes = programs.stream().anyMatch(program -> program.needs() == Access.READ_WRITE);
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", 1);
          json.writeStringField("highestScope", (writes ? Access.READ_WRITE : Access.READ).name());
          json.writeArrayFieldStart("mayWrite");
          for (String api : distinct(call -> call.api().api())) {
            json.writeString(api);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("approvals");
          for (String write : distinct(ProposedPolicy::name)) {
            json.writeStartObject();
            json.writeStringField("write", write);
            json.writeStringField("approvedBy", approvedBy);
            json.writeStringField("until", until.toString());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeStringField("lock", LockFile.NAME);
          json.writeEndObject();
        });
  }

  /** Returns the lock of the reachable writes. */
  public Lock lock() {
    return Lock.of(
        LockFile.NAME,
        programs.stream()
            .map(Program::reachableDescriptors)
            .flatMap(Collection::stream)
            .distinct()
            .toList());
  }

  /** Returns the reason for each entry, as Markdown. */
  public String reasons() {
    StringBuilder text = new StringBuilder("# Why visibuild-policy.json permits what it permits\n");
    for (Program program : programs) {
      text.append("\n## ").append(code(program.name())).append("\n\n");
      if (program.writes().isEmpty()) {
        text.append("No write is reachable.\n");
      }
      for (Call call : program.writes()) {
        text.append("- ").append(code(name(call))).append(": ").append(reason(program, call));
        text.append('\n');
      }
      for (Call call : program.unreachableWrites()) {
        text.append("- ").append(code(name(call)));
        text.append(" is left out, because no entry point reaches it.\n");
      }
    }
    return text.toString();
  }

  private static String reason(Program program, Call call) {
    return program
        .reachability()
        .pathTo(call)
        .map(path -> "reached by " + code(path(path)))
        .orElse("its reachability is not known");
  }

  private static String path(List<CallStep> path) {
    return path.stream().map(CallStep::toString).collect(Collectors.joining(" -> "));
  }

  private static String name(Call call) {
    return call.api().api() + "#" + call.method().name();
  }

  private List<String> distinct(Function<Call, String> name) {
    return programs.stream()
        .flatMap(program -> program.writes().stream())
        .map(name)
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns a Markdown code span. Names come from a jar, so no character of one may end it. */
  private static String code(String text) {
    return "`" + text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}`]", "\uFFFD") + "`";
  }
}
