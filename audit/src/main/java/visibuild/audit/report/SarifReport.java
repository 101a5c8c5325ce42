package visibuild.audit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Change;
import visibuild.audit.Client;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.Rule;
import visibuild.policy.SourcePosition;
import visibuild.policy.Violation;
import visibuild.policy.json.JsonText;

/**
 * Findings for code scanning: SARIF 2.1.0, an OASIS standard. Each violation is an error. Without a
 * policy, each write is a note; in a comparison of programs, each new write. A part of a program
 * that the audit cannot see is a warning.
 */
final class SarifReport {
  private static final String WRITE = "write";
  private static final String UNKNOWN = "unknown";

  private final JsonGenerator json;
  private final SarifWriter writer;

  private SarifReport(JsonGenerator json, SourceRoots sources) {
    this.json = json;
    this.writer = new SarifWriter(json, sources);
  }

  static String of(Findings findings, SourceRoots sources) {
    return JsonText.of(json -> new SarifReport(json, sources).log(findings));
  }

  private void log(Findings findings) throws IOException {
    json.writeStartObject();
    json.writeStringField(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool();
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    if (findings.verdict().isPresent()) {
      violations(findings.verdict().get(), findings.programs());
    } else if (findings.difference().isPresent()) {
      newWrites(findings.difference().get());
    } else {
      for (Program program : findings.programs()) {
        writes(program);
      }
    }
    for (Program program : findings.programs()) {
      unknown(program);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "visibuild-audit");
    json.writeArrayFieldStart("rules");
    for (Rule rule : Rule.values()) {
      writer.rule(rule.id(), rule.title(), "error", tags(rule));
    }
    writer.rule(WRITE, "A call that writes", "note", List.of("security"));
    writer.rule(UNKNOWN, "A program with unknown calls", "warning", List.of("security"));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Returns the standards that a rule serves, as code scanning filters by them. */
  private static List<String> tags(Rule rule) {
    List<String> tags = new ArrayList<>();
    tags.add("security");
    rule.asvs().forEach(number -> tags.add("owasp-asvs/" + Rule.ASVS_VERSION + "/" + number));
    tags.add("rfc9700/" + Rule.RFC_9700_SECTION);
    return tags;
  }

  private void violations(Verdict verdict, List<Program> programs) throws IOException {
    for (Violation violation : verdict.violations()) {
      writer.result(
          violation.rule().id(),
          "error",
          violation.problem() + " " + violation.hint(),
          violation.source().orElseGet(() -> fileOf(violation.rule(), verdict)),
          pathTo(violation, programs));
    }
  }

  /** The path to the write that breaks a rule, in the first program that reaches it. */
  private static List<CallStep> pathTo(Violation violation, List<Program> programs) {
    if (violation.api().isEmpty() && violation.rule() == Rule.SCOPE_TOO_HIGH) {
      return programs.stream()
          .filter(Program::needsWriteAccessToRead)
          .map(program -> program.reachability().writeAccess())
          .findFirst()
          .orElse(List.of());
    }
    if (violation.api().isEmpty() || violation.method().isEmpty()) {
      return List.of();
    }
    String signature = violation.method().get().signature();
    for (Program program : programs) {
      for (Client client : program.clients()) {
        if (client.descriptor().api().equals(violation.api().get())) {
          for (MethodDescriptor method : client.descriptor().methods()) {
            List<CallStep> path = CallPaths.steps(program, new Call(client, method));
            if (method.signature().equals(signature) && !path.isEmpty()) {
              return path;
            }
          }
        }
      }
    }
    return List.of();
  }

  /** Code scanning refuses a result without a place, so one without a source is at the file. */
  private static SourcePosition fileOf(Rule rule, Verdict verdict) {
    List<String> files = verdict.files();
    int place = rule == Rule.WRITE_NOT_LOCKED ? files.size() - 1 : 0;
    return SourcePosition.at(files.get(place), 1);
  }

  private void writes(Program program) throws IOException {
    for (Call call : program.writes()) {
      note(call, "makes " + program.name() + " need READ_WRITE", CallPaths.steps(program, call));
    }
    Optional<String> reason = ReportWords.writeAccessToRead(program);
    if (reason.isPresent()) {
      writer.result(
          WRITE,
          "note",
          program.name() + " needs READ_WRITE. " + reason.get(),
          program.writeAccessSource().orElseGet(() -> SourcePosition.at(program.name(), 1)),
          program.reachability().writeAccess());
    }
  }

  /** No result would look like a program that writes nothing. */
  private void unknown(Program program) throws IOException {
    for (String gap : program.gaps()) {
      writer.result(UNKNOWN, "warning", gap + ".", SourcePosition.at(program.name(), 1), List.of());
    }
  }

  private void newWrites(Difference difference) throws IOException {
    for (Change change : difference.newWrites()) {
      note(
          change.call(),
          "is a write of %s that %s did not have"
              .formatted(difference.after().name(), difference.before().name()),
          CallPaths.steps(difference.after(), change.call()));
    }
  }

  private void note(Call call, String what, List<CallStep> path) throws IOException {
    writer.result(
        WRITE,
        "note",
        "%s (%s %s) %s.".formatted(call.label(), call.method().verb(), call.method().path(), what),
        call.api().sourceOf(call.method()).orElseGet(() -> jarOf(call)),
        path);
  }

  /** Returns the outer jar of the call, not a nested entry. */
  private static SourcePosition jarOf(Call call) {
    String origin = call.client().origin().replace('\\', '/');
    int inner = origin.indexOf("!/");
    return SourcePosition.at(inner < 0 ? origin : origin.substring(0, inner), 1);
  }
}
