package visibuild.audit.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import visibuild.audit.usage.RecordedUsage.Method;
import visibuild.policy.Access;
import visibuild.policy.Approval;
import visibuild.policy.Located;
import visibuild.policy.Lock;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.NamePattern;
import visibuild.policy.Policy;
import visibuild.policy.Reason;
import visibuild.policy.SourcePosition;
import visibuild.policy.TeamPolicy;

/**
 * Compares the writes that a policy and a lock approve with those that programs used in the last
 * days. Immutable.
 *
 * @since 0.1
 */
public final class UsageReview {
  private final RecordedUsage recorded;
  private final TeamPolicy team;
  private final LocalDate today;
  private final int days;
  private final Map<String, Method> methods;

  /** The names of the approved writes: {@code com.acme.TicketsApi#open}. */
  private final NavigableSet<String> approved = new TreeSet<>();

  /** The approved writes that were used in the period. */
  private final Set<String> used = new HashSet<>();

  private UsageReview(RecordedUsage recorded, TeamPolicy team, LocalDate today, int days) {
    this.recorded = recorded;
    this.team = team;
    this.today = today;
    this.days = days;
    this.methods = recorded.methods();
    Set<String> declaredReads = new HashSet<>();
    team.lock().map(Lock::writes).orElse(List.of()).stream()
        .forEach(
            write -> {
              approved.add(name(write));
              if (write.scope() == Access.READ) {
                declaredReads.add(name(write));
              }
            });
    patterns().stream().map(NamePattern::text).filter(UsageReview::isMethod).forEach(approved::add);
    Instant since = since().atStartOfDay(ZoneOffset.UTC).toInstant();
    methods.forEach(
        (name, method) -> {
          boolean write = method.scope() == Access.READ_WRITE || declaredReads.contains(name);
          if (write && !method.last().isBefore(since)) {
            used.add(name);
          }
        });
  }

  /**
   * Reviews {@code team} by the usage recorded in the last {@code days} days before {@code today}.
   */
  public static UsageReview of(RecordedUsage recorded, TeamPolicy team, LocalDate today, int days) {
    return new UsageReview(recorded, team, today, days);
  }

  /** Returns the first day of the period. */
  public LocalDate since() {
    return today.minusDays(days);
  }

  /** Returns the length of the period in days. */
  public int days() {
    return days;
  }

  /** Returns the recorded usage. */
  public RecordedUsage recorded() {
    return recorded;
  }

  /** Returns the number of days of the period, today included, on which a process recorded. */
  public int daysWithRecords() {
    return recorded.daysWithRecords(since().plusDays(1), today);
  }

  /**
   * Returns whether the records begin at or before the first day of the period. Otherwise an unused
   * write may have been used before, so nothing is proposed.
   */
  public boolean coversThePeriod() {
    return recorded.start().filter(start -> !RecordedUsage.day(start).isAfter(since())).isPresent();
  }

  /** Returns the longest period that the records cover, in days. */
  public long coveredDays() {
    return recorded
        .start()
        .map(start -> Math.max(0, today.toEpochDay() - RecordedUsage.day(start).toEpochDay()))
        .orElse(0L);
  }

  /** Returns the approved writes that were not used, by name, with their earlier use if any. */
  public SortedMap<String, Optional<Method>> unused() {
    SortedMap<String, Optional<Method>> unused = new TreeMap<>();
    approved.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> unused.put(name, Optional.ofNullable(methods.get(name))));
    patterns().stream()
        .map(NamePattern::text)
        .filter(text -> narrow(text).isEmpty())
        .forEach(text -> unused.putIfAbsent(text, Optional.ofNullable(methods.get(text))));
    return unused;
  }

  /** Returns the approved writes that were used, by name. */
  public SortedMap<String, Method> usedWrites() {
    SortedMap<String, Method> writes = new TreeMap<>();
    used.forEach(
        name ->
            writes.put(
                name, methods.getOrDefault(name, new Method(Access.READ, 0, Instant.EPOCH))));
    return writes;
  }

  /** Returns the writes that were used although the policy and the lock do not name them. */
  public NavigableSet<String> notApproved() {
    NavigableSet<String> others = new TreeSet<>();
    boolean names = team.lock().isPresent() || !patterns().isEmpty();
    if (names) {
      used.stream()
          .filter(name -> !approved.contains(name))
          .filter(
              name ->
                  team.lock().isPresent()
                      || patterns().stream().noneMatch(each -> covers(each, name)))
          .forEach(others::add);
    }
    return others;
  }

  private boolean usesNoWrite() {
    return used.stream()
        .map(methods::get)
        .noneMatch(method -> method != null && method.scope() == Access.READ_WRITE);
  }

  /** Returns the lock without the unused writes. */
  public Lock smallerLock(Lock lock) {
    return new Lock(
        lock.name(), lock.writes().stream().filter(write -> used.contains(name(write))).toList());
  }

  /** Returns {@code text}, the file of the policy, without unused permissions. */
  public String smallerPolicy(String text) {
    return PolicyText.narrow(text, this::narrow, usesNoWrite());
  }

  /**
   * Returns the patterns that replace {@code pattern}: itself if all that it approves was used, and
   * else the used interfaces and methods.
   */
  private List<String> narrow(String pattern) {
    NamePattern entry = new NamePattern(pattern, SourcePosition.at("", 1));
    List<String> there = used.stream().filter(name -> covers(entry, name)).sorted().toList();
    NavigableSet<String> idle = new TreeSet<>();
    approved.stream()
        .filter(name -> !used.contains(name) && covers(entry, name))
        .forEach(idle::add);
    if (there.isEmpty() || idle.isEmpty()) {
      return there.isEmpty() ? List.of() : List.of(pattern);
    }
    List<String> smaller = new ArrayList<>();
    for (String name : there) {
      boolean whole = idle.stream().noneMatch(other -> api(other).equals(api(name)));
      String replacement = whole ? api(name) : name;
      if (!smaller.contains(replacement)) {
        smaller.add(replacement);
      }
    }
    return smaller;
  }

  private List<NamePattern> patterns() {
    List<NamePattern> patterns = new ArrayList<>();
    for (Policy policy : team.policies()) {
      policy.mayWrite().map(Located::value).ifPresent(patterns::addAll);
      policy.approvals().map(Located::value).orElse(List.of()).stream()
          .map(Approval::write)
          .forEach(patterns::add);
    }
    return patterns;
  }

  private static boolean covers(NamePattern pattern, String name) {
    return pattern.covers(
        api(name),
        new MethodDescriptor(
            name.substring(name.indexOf('#') + 1),
            List.of(),
            "POST",
            "**",
            Access.READ_WRITE,
            Reason.VERB,
            Optional.empty()));
  }

  private static boolean isMethod(String pattern) {
    return pattern.indexOf('#') >= 0;
  }

  private static String api(String name) {
    return name.substring(0, name.indexOf('#'));
  }

  private static String name(Lock.Write write) {
    return write.api() + "#" + write.method().substring(0, write.method().indexOf('('));
  }
}
