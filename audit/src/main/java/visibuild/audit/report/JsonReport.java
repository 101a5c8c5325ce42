package visibuild.audit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import visibuild.audit.BuildInfo;
import visibuild.audit.Call;
import visibuild.audit.CallStep;
import visibuild.audit.Change;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.WriteApproval;
import visibuild.policy.Approval;
import visibuild.policy.SourcePosition;
import visibuild.policy.Violation;
import visibuild.policy.json.JsonText;

/** Findings for programs. */
final class JsonReport {
  private static final int VERSION = 1;

  private final JsonGenerator json;
  private final SourceRoots sources;

  private JsonReport(JsonGenerator json, SourceRoots sources) {
    this.json = json;
    this.sources = sources;
  }

  static String of(Findings findings, SourceRoots sources) {
    return JsonText.of(json -> new JsonReport(json, sources).write(findings));
  }

  private void write(Findings findings) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    if (findings.day().isPresent()) {
      json.writeStringField("audited", findings.day().get().toString());
    }
    json.writeArrayFieldStart("programs");
    for (Program program : findings.programs()) {
      write(program);
    }
    json.writeEndArray();
    if (findings.verdict().isPresent()) {
      write(findings.verdict().get());
    }
    if (findings.difference().isPresent()) {
      write(findings.difference().get());
    }
    json.writeEndObject();
  }

  private void write(Program program) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", program.name());
    write(program.build());
    json.writeFieldName("needs");
    needs(program);
    json.writeArrayFieldStart("calls");
    for (Call call : program.calls()) {
      write(call, CallPaths.steps(program, call));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unreachableWrites");
    for (Call call : program.unreachableWrites()) {
      write(call);
    }
    json.writeEndArray();
    texts(
        "neverCreated",
        program.unusedWriters().stream().map(each -> each.descriptor().client()).toList());
    if (program.needsWriteAccessToRead()) {
      path("writeAccessToRead", program.reachability().writeAccess());
    }
    texts("imprecision", program.reachability().imprecision());
    texts("gaps", program.reachability().gaps());
    json.writeEndObject();
  }

  private void write(BuildInfo build) throws IOException {
    if (build.equals(BuildInfo.NONE)) {
      return;
    }
    json.writeObjectFieldStart("build");
    if (build.version().isPresent()) {
      json.writeStringField("version", build.version().get());
    }
    if (build.commit().isPresent()) {
      json.writeStringField("commit", build.commit().get());
      json.writeBooleanField("modified", build.modified());
    }
    if (build.time().isPresent()) {
      json.writeStringField("time", build.time().get());
    }
    json.writeEndObject();
  }

  private void needs(Program program) throws IOException {
    if (program.isUnknown()) {
      json.writeNull();
    } else {
      json.writeString(program.needs().name());
    }
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void write(Call call) throws IOException {
    write(call, List.of());
  }

  private void write(Call call, List<CallStep> path) throws IOException {
    json.writeStartObject();
    json.writeStringField("interface", call.api().api());
    json.writeStringField("method", call.method().signature());
    json.writeStringField("verb", call.method().verb());
    json.writeStringField("path", call.method().path());
    texts("headers", call.method().headers());
    json.writeStringField("area", call.resource().area());
    json.writeStringField("resource", call.resource().name());
    json.writeStringField("scope", call.method().scope().name());
    json.writeStringField("reason", call.method().reason().name());
    json.writeStringField("origin", call.client().origin());
    write(call.api().sourceOf(call.method()));
    if (!path.isEmpty()) {
      path("path", path);
    }
    json.writeEndObject();
  }

  private void path(String name, List<CallStep> path) throws IOException {
    json.writeArrayFieldStart(name);
    for (CallStep step : path) {
      json.writeStartObject();
      json.writeStringField("method", step.method());
      if (!step.note().isEmpty()) {
        json.writeStringField("note", step.note());
      }
      write(step.source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Optional<SourcePosition> source) throws IOException {
    if (source.isPresent()) {
      json.writeObjectFieldStart("source");
      json.writeStringField("file", sources.fileOf(source.get()));
      if (source.get().line().isPresent()) {
        json.writeNumberField("line", source.get().line().getAsInt());
      }
      json.writeEndObject();
    }
  }

  private void write(Verdict verdict) throws IOException {
    json.writeObjectFieldStart("policy");
    json.writeBooleanField("holds", verdict.holds());
    texts("gaps", verdict.gaps());
    json.writeArrayFieldStart("files");
    for (String file : verdict.files()) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("violations");
    for (Violation violation : verdict.violations()) {
      write(violation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("approvals");
    for (WriteApproval approval : verdict.approvals()) {
      write(approval);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(WriteApproval approval) throws IOException {
    json.writeStartObject();
    json.writeStringField("program", approval.program());
    json.writeStringField("interface", approval.call().api().api());
    json.writeStringField("method", approval.call().method().signature());
    json.writeStringField("state", ReportWords.state(approval));
    if (approval.approval().isPresent()) {
      Approval given = approval.approval().get();
      json.writeStringField("approvedBy", given.approvedBy());
      json.writeStringField("until", given.until().toString());
      json.writeNumberField("daysLeft", approval.daysLeft().orElseThrow());
      if (given.reason().isPresent()) {
        json.writeStringField("reason", given.reason().get());
      }
    }
    json.writeEndObject();
  }

  private void write(Violation violation) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", violation.rule().id());
    if (violation.api().isPresent()) {
      json.writeStringField("interface", violation.api().get());
    }
    if (violation.method().isPresent()) {
      json.writeStringField("method", violation.method().get().signature());
    }
    json.writeStringField("wrong", violation.problem());
    json.writeStringField("instead", violation.hint());
    write(violation.source());
    json.writeEndObject();
  }

  private void write(Difference difference) throws IOException {
    json.writeObjectFieldStart("difference");
    json.writeStringField("before", difference.before().name());
    json.writeStringField("after", difference.after().name());
    json.writeFieldName("neededBefore");
    needs(difference.before());
    json.writeFieldName("needsNow");
    needs(difference.after());
    json.writeArrayFieldStart("changes");
    for (Change change : difference.changes()) {
      write(change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", change.kind().word());
    if (change.before().isPresent()) {
      json.writeFieldName("before");
      write(change.before().get());
    }
    if (change.after().isPresent()) {
      json.writeFieldName("after");
      write(change.after().get());
    }
    json.writeEndObject();
  }
}
