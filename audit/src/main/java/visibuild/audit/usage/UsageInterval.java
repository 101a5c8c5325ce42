package visibuild.audit.usage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import visibuild.policy.Access;
import visibuild.policy.json.Json;
import visibuild.policy.json.JsonReading;
import visibuild.policy.json.MalformedJsonException;
import visibuild.policy.json.StrictObjectReader;

/**
 * The calls of one process in an interval: one line of an {@code AccessUsageLog}. Members that this
 * release does not know are ignored.
 *
 * @param program the program's name; empty if the line has none
 * @param process the id of the process
 * @param from the start of the interval
 * @param to the end of the interval
 * @param part the number of the line in its interval
 * @param calls the called methods
 */
record UsageInterval(
    String program, String process, Instant from, Instant to, long part, List<Calls> calls) {
  /** The member that marks a line and holds its version. */
  static final String MARK = "visibuildUsage";

  private static final int VERSION = 1;

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Log pipelines put a line into a member of theirs as text, and that into another. */
  private static final int DEEPEST = 4;

  /** The number of calls of a method. */
  record Calls(String api, String method, Access scope, long count) {}

  /**
   * Finds the interval in {@code line}: the JSON object itself, or one inside of it, also as text.
   *
   * @throws MalformedJsonException if the line is malformed, or the interval in it
   */
  static Optional<UsageInterval> in(String line) throws MalformedJsonException {
    return find(parse(line), DEEPEST);
  }

  private static Optional<UsageInterval> find(Json json, int depth) throws MalformedJsonException {
    if (json instanceof Json.JsonObject object) {
      if (object.values().containsKey(MARK)) {
        return Optional.of(read(StrictObjectReader.of(object, "the line")));
      }
      return findAny(object.values().values(), depth);
    }
    if (json instanceof Json.JsonArray array) {
      return findAny(array.values(), depth);
    }
    if (depth > 0 && json instanceof Json.JsonString text && text.value().contains(MARK)) {
      return find(parse(text.value()), depth - 1);
    }
    return Optional.empty();
  }

  private static Optional<UsageInterval> findAny(Iterable<Json> values, int depth)
      throws MalformedJsonException {
    for (Json value : values) {
      Optional<UsageInterval> found = find(value, depth);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static UsageInterval read(StrictObjectReader line) throws MalformedJsonException {
    long version = line.longCount(MARK);
    if (version > VERSION) {
      throw new MalformedJsonException(
          1,
          "the line has version %d, and versions up to %d are understood here; use the release that wrote it"
              .formatted(version, VERSION));
    }
    Instant from = instant(line, "from");
    Instant to = instant(line, "to");
    if (to.isBefore(from)) {
      throw new MalformedJsonException(1, "\"to\" is before \"from\"");
    }
    List<Calls> calls = new ArrayList<>();
    for (Json item : line.items("calls")) {
      StrictObjectReader call = StrictObjectReader.of(item, "an entry of \"calls\"");
      calls.add(
          new Calls(
              call.text("interface"),
              call.text("method"),
              call.constant("scope", Access.class),
              call.longCount("count")));
    }
    return new UsageInterval(
        line.findText("program").orElse(""),
        line.text("process"),
        from,
        to,
        part(line),
        List.copyOf(calls));
  }

  private static long part(StrictObjectReader line) {
    return line.find("part").filter(Json.JsonInt.class::isInstance).isPresent()
        ? ((Json.JsonInt) line.find("part").orElseThrow()).value()
        : 0;
  }

  private static Instant instant(StrictObjectReader line, String key)
      throws MalformedJsonException {
    String text = line.text(key);
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeException noInstant) {
      // Reported below, as is an instant that is beyond the calendar.
    }
    throw new MalformedJsonException(
        1, "\"" + key + "\" should be an instant such as 2026-11-27T09:00:00Z");
  }

  /** Parses the JSON in {@code text}; what stands before and after it belongs to the log. */
  private static Json parse(String text) throws MalformedJsonException {
    int marked = text.indexOf("{\"" + MARK + "\"");
    int start = marked >= 0 ? marked : text.indexOf('{');
    if (start < 0) {
      throw new MalformedJsonException(1, "it holds no JSON object");
    }
    return JsonReading.readFirst(text.substring(start));
  }
}
