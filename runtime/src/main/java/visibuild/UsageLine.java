package visibuild;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
      List<AccessUsage.Access> partOfClients = part(allClients, start);
      // Keeps the order for the JSON.
      Map<AccessUsage.Method, Long> partOfCalls = new LinkedHashMap<>();
      for (AccessUsage.Method method : part(allCalls, start - allClients.size())) {
        partOfCalls.put(method, calls.getOrDefault(method, 0L));
      }
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        writeHead(origin, from, to, json);
        json.writeNumberField("part", lines.size());
        writeClients(partOfClients, json);
        writeCalls(partOfCalls, json);
        json.writeEndObject();
      }
      lines.add(new UsageLine(text.toString(), partOfClients, partOfCalls));
    }
    return lines;
  }

  private static void writeHead(Origin origin, Instant from, Instant to, JsonGenerator json)
      throws IOException {
    json.writeNumberField("visibuildUsage", VERSION);
    if (!origin.program().isEmpty()) {
      json.writeStringField("program", origin.program());
    }
    json.writeStringField("process", origin.process());
    json.writeStringField("from", from.toString());
    json.writeStringField("to", to.toString());
  }

  private static <T> List<T> part(List<T> all, int start) {
    int first = Math.min(Math.max(0, start), all.size());
    return all.subList(first, Math.min(Math.max(first, start + MOST), all.size()));
  }

  private static void writeClients(List<AccessUsage.Access> clients, JsonGenerator json)
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

  private static void writeCalls(Map<AccessUsage.Method, Long> calls, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("calls");
    for (Map.Entry<AccessUsage.Method, Long> counted : calls.entrySet()) {
      AccessUsage.Method call = counted.getKey();
      json.writeStartObject();
      json.writeStringField("interface", call.api());
      json.writeStringField("method", call.name());
      json.writeStringField("scope", call.scope().name());
      json.writeNumberField("count", counted.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
