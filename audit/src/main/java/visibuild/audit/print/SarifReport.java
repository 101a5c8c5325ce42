package visibuild.audit.print;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import visibuild.audit.Call;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.Rule;
import visibuild.policy.SourcePosition;
import visibuild.policy.Violation;
import visibuild.policy.json.JsonText;

/**
 * Findings for code scanning: SARIF 2.1.0, an OASIS standard. Each violation is an error; where no
 * policy was asked, each write is a note.
 */
final class SarifReport {
  private static final String WRITE = "write";

  private final JsonGenerator json;
  private final SourceRoots sources;

  private SarifReport(JsonGenerator json, SourceRoots sources) {
    this.json = json;
    this.sources = sources;
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
      violations(findings.verdict().get());
    } else {
      for (Program program : findings.programs()) {
        writes(program);
      }
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
      rule(rule.id(), rule.title(), "error");
    }
    rule(WRITE, "A call that writes", "note");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(String id, String title, String level) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    text("shortDescription", title + ".");
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void violations(Verdict verdict) throws IOException {
    for (Violation violation : verdict.violations()) {
      result(
          violation.rule().id(),
          "error",
          violation.wrong() + " " + violation.instead(),
          violation.source());
    }
  }

  private void writes(Program program) throws IOException {
    for (Call call : program.writes()) {
      result(
          WRITE,
          "note",
          "%s (%s %s) makes %s need READ_WRITE."
              .formatted(call.label(), call.method().verb(), call.method().path(), program.name()),
          call.api().sourceOf(call.method()));
    }
  }

  private void result(String rule, String level, String message, Optional<SourcePosition> source)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", rule);
    json.writeStringField("level", level);
    text("message", message);
    json.writeArrayFieldStart("locations");
    if (source.isPresent()) {
      location(source.get());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void location(SourcePosition source) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(sources.fileOf(source)));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", source.line().orElse(1));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", Plain.of(text));
    json.writeEndObject();
  }

  /** A path as a URI reference, with what a URI cannot hold percent-encoded. */
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException noPath) {
      return "unknown";
    }
  }
}
