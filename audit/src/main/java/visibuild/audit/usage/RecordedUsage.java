package visibuild.audit.usage;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import visibuild.policy.Access;

/**
 * The usage of many processes and weeks, merged. A line that was delivered twice counts once. Not
 * safe for use by several threads.
 *
 * @since 0.1
 */
public final class RecordedUsage {
  private static final int MOST_PROBLEMS = 20;

  /** An interval of a process, to find a line that was delivered twice. */
  private record LineKey(String process, Instant from, Instant to, long part) {}

  private final Set<LineKey> lines = new HashSet<>();
  private final Set<String> processes = new HashSet<>();
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private final SortedMap<String, Method> methods = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int problemCount;
  private Optional<Instant> first = Optional.empty();

  /** Creates an empty collection. */
  RecordedUsage() {}

  /**
   * A method that was called.
   *
   * @param scope the highest scope that a call needed
   * @param calls the number of calls
   * @param last the end of the last interval with a call
   * @since 0.1
   */
  public record Method(Access scope, long calls, Instant last) {
    private static Method merge(Method one, Method other) {
      return new Method(
          one.scope.covers(other.scope) ? one.scope : other.scope,
          one.calls > Long.MAX_VALUE - other.calls ? Long.MAX_VALUE : one.calls + other.calls,
          one.last.isAfter(other.last) ? one.last : other.last);
    }
  }

  void add(UsageInterval interval) {
    LineKey key = new LineKey(interval.process(), interval.from(), interval.to(), interval.part());
    if (!lines.add(key)) {
      return;
    }
    processes.add(interval.process());
    addDays(interval);
    if (first.isEmpty() || interval.from().isBefore(first.get())) {
      first = Optional.of(interval.from());
    }
    for (UsageInterval.Calls calls : interval.calls()) {
      methods.merge(
          calls.api() + "#" + calls.method(),
          new Method(calls.scope(), calls.count(), interval.to()),
          Method::merge);
    }
  }

  /** A wrong clock must not fill the memory with days, so an interval counts a year at most. */
  private void addDays(UsageInterval interval) {
    LocalDate last = day(interval.to());
    LocalDate earliest = last.minusDays(366);
    LocalDate from = day(interval.from());
    for (LocalDate day = from.isBefore(earliest) ? earliest : from;
        !day.isAfter(last);
        day = day.plusDays(1)) {
      days.add(day);
    }
  }

  void addProblem(Path file, int line, String problem) {
    problemCount++;
    if (problems.size() < MOST_PROBLEMS) {
      problems.add("%s:%d: %s.".formatted(file, line, problem));
    }
  }

  /** Returns the first problems of lines: file, line number and problem. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns the number of lines that could not be read. */
  public int unreadableLines() {
    return problemCount;
  }

  /** Returns the number of lines that count. */
  public int lineCount() {
    return lines.size();
  }

  /** Returns the number of processes that recorded. */
  public int processCount() {
    return processes.size();
  }

  /** Returns the start of the earliest interval; empty without any. */
  public Optional<Instant> start() {
    return first;
  }

  /** Returns the number of days from {@code since} to {@code until} on which a process recorded. */
  public int daysWithRecords(LocalDate since, LocalDate until) {
    return days.subSet(since, true, until, true).size();
  }

  /** Returns the called methods by their name in policies: {@code com.acme.TicketsApi#open}. */
  public Map<String, Method> methods() {
    return Map.copyOf(methods);
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
