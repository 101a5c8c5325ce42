package visibuild.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Renders names, types and statuses as JSON, without any value of a response. */
public final class ShapeReport {
  private static final int VERSION = 1;
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private ShapeReport() {}

  /**
   * Returns the whole report.
   *
   * @param client the version of this program
   */
  public static String render(DoctorReport report, Settings settings, String client) {
    ObjectNode json = recorded(report, Origin.of(settings.origin()));
    json.put("client", client);
    json.put("tls", report.connection().tls());
    json.put("clock", clock(report.connection()));
    texts(json.putArray("differences"), report.differences());
    return write(json);
  }

  /** Returns what a fixture keeps: the shapes of the responses. */
  public static String renderFixture(DoctorReport report, Settings settings) {
    return write(recorded(report, Origin.of(settings.origin())));
  }

  static ObjectNode recorded(DoctorReport report, Origin origin) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION);
    json.put("origin", origin.label());
    ArrayNode tokens = json.putArray("tokens");
    report.tokens().forEach(token -> result(tokens.addObject(), token.response()));
    ArrayNode endpoints = json.putArray("endpoints");
    report.endpoints().forEach(endpoint -> result(endpoints.addObject(), endpoint));
    return json;
  }

  private static void result(ObjectNode json, EndpointResult result) {
    json.put("request", result.request());
    String notChecked = result.notChecked();
    if (notChecked != null) {
      json.put("notChecked", notChecked);
    }
    if (result.status() == 0) {
      return;
    }
    json.put("status", result.status());
    json.put("contentType", result.mediaType());
    texts(json.putArray("headers"), result.headers());
    shape(json.putObject("envelope"), result.envelope());
    shape(json.putObject("members"), result.members());
  }

  private static void shape(ObjectNode json, Shape shape) {
    shape
        .members()
        .forEach(
            (path, member) -> {
              ObjectNode entry = json.putObject(path);
              entry.put("types", String.join("|", member.types()));
              if (!member.formats().isEmpty()) {
                entry.put("formats", String.join("|", member.formats()));
              }
            });
  }

  private static void texts(ArrayNode json, Collection<String> texts) {
    texts.forEach(json::add);
  }

  private static String clock(ConnectionFacts facts) {
    if (facts.skew() == null) {
      return "not known";
    }
    return facts.isSkewed() ? "differs" : "same";
  }

  private static String write(ObjectNode json) {
    try {
      return WRITER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report cannot be written as JSON.", e);
    }
  }
}
