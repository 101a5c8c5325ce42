package visibuild.audit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import visibuild.audit.CallStep;
import visibuild.policy.SourcePosition;

/** Writes the parts of a SARIF log: rules, and results with their places and code flows. */
final class SarifWriter {
  private final JsonGenerator json;
  private final SourceRoots sources;

  SarifWriter(JsonGenerator json, SourceRoots sources) {
    this.json = json;
    this.sources = sources;
  }

  void rule(String id, String title, String level, List<String> tags) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    text("shortDescription", title + ".");
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level);
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    for (String tag : tags) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  void result(String rule, String level, String message, SourcePosition source, List<CallStep> path)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", rule);
    json.writeStringField("level", level);
    text("message", message);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    physicalLocation(source);
    json.writeEndObject();
    json.writeEndArray();
    codeFlow(path.stream().filter(step -> step.source().isPresent()).toList());
    json.writeEndObject();
  }

  /** The path from an entry point, which code scanning shows step by step. */
  private void codeFlow(List<CallStep> path) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (CallStep step : path) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      physicalLocation(step.source().orElseThrow());
      text("message", step.toString());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void physicalLocation(SourcePosition source) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(sources.fileOf(source)));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", source.line().orElse(1));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", TextSanitizer.of(text));
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
