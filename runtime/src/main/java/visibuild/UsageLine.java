package visibuild;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of an {@link AccessUsageLog}. An interval with many methods has several lines, because log
 * pipelines cut long ones: Docker at 16 KiB.
 *
 * @param text the JSON, without a line break
 * @param clients the clients in it
 * @param calls the calls in it
 */
record UsageLine(
    String text, List<AccessUsage.Access> clients, Map<AccessUsage.Method, Long> calls) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;

  /** The number of clients and methods in one line; 50 entries of usual names have 8 KiB. */
  private static final int MOST = 50;

  /**
   * The process that writes a line.
   *
   * @param program the program's name; may be empty
   * @param process an id that no other process has
   */
  record Origin(String program, String process) {}

  /** Returns the lines of the interval from {@code from} to {@code to}: at least one. */
  static List<UsageLine> of(
      Origin origin,
      Instant from,
      Instant to,
      Collection<AccessUsage.Access> clients,
      Map<AccessUsage.Method, Long> calls)
      throws IOException {
    List<AccessUsage.Access> allClients =
        clients.stream()
            .sorted(
                Comparator.comparing(AccessUsage.Access::api)
                    .thenComparing(AccessUsage.Access::scope))
            .toList();
    List<AccessUsage.Method> allCalls =
        calls.keySet().stream()
            .sorted(
                Comparator.comparing(AccessUsage.Method::api)
                    .thenComparing(AccessUsage.Method::name)
                    .thenComparing(AccessUsage.Method::scope))
            .toList();
    int entries = allClients.size() + allCalls.size();
    List<UsageLine> lines = new ArrayList<>();
    for (int start = 0; start == 0 || start < entries; start += MOST) {
      List<AccessUsage.Access> someClients = part(allClients, start);
      Map<AccessUsage.Method, Long> some = new HashMap<>();
      List<AccessUsage.Method> someCalls = part(allCalls, start - allClients.size());
      someCalls.forEach(method -> some.put(method, calls.getOrDefault(method, 0L)));
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        json.writeNumberField("visibuildUsage", VERSION);
        if (!origin.program().isEmpty()) {
          json.writeStringField("program", origin.program());
        }
        json.writeStringField("process", origin.process());
        json.writeStringField("from", from.toString());
        json.writeStringField("to", to.toString());
        json.writeNumberField("part", start / MOST);
        write(someClients, json);
        write(someCalls, some, json);
        json.writeEndObject();
      }
      lines.add(new UsageLine(text.toString(), someClients, some));
    }
    return lines;
  }

  private static <T> List<T> part(List<T> all, int start) {
    int first = Math.min(Math.max(0, start), all.size());
    return all.subList(first, Math.min(Math.max(first, start + MOST), all.size()));
  }

  private static void write(List<AccessUsage.Access> clients, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("clients");
    for (AccessUsage.Access client : clients) {
      json.writeStartObject();
      json.writeStringField("interface", client.api());
      json.writeStringField("scope", client.scope().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(
      List<AccessUsage.Method> calls, Map<AccessUsage.Method, Long> counts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("calls");
    for (AccessUsage.Method call : calls) {
      json.writeStartObject();
      json.writeStringField("interface", call.api());
      json.writeStringField("method", call.name());
      json.writeStringField("scope", call.scope().name());
      json.writeNumberField("count", counts.getOrDefault(call, 0L));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
