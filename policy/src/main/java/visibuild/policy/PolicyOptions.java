package visibuild.policy;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A policy in the compiler's options, for modules without a policy file: {@code
 * -Avisibuild.highestScope=READ}, {@code -Avisibuild.mayWrite=com.acme.*,com.acme.desk.TicketsApi},
 * {@code -Avisibuild.neverCall=api/core/v1/webhooks/**}.
 *
 * @since 0.1
 */
public final class PolicyOptions {
  /** The option that names the highest scope allowed. */
  public static final String HIGHEST_SCOPE = "visibuild.highestScope";

  /** The option that lists what may write, separated by commas. */
  public static final String MAY_WRITE = "visibuild.mayWrite";

  /** The option that lists the paths never to be called, separated by commas. */
  public static final String NEVER_CALL = "visibuild.neverCall";

  /** The option that names a policy file. */
  public static final String POLICY = "visibuild.policy";

  /** The option that names a lock file; it counts before the one that the policy names. */
  public static final String LOCK = "visibuild.lock";

  /**
   * The option that names the day on which approvals must still count, such as {@code 2027-06-30};
   * without it, today in UTC.
   */
  public static final String POLICY_DATE = "visibuild.policyDate";

  /** The option that, if {@code false}, leaves out the lock, so that it can be made anew. */
  public static final String CHECK_LOCK = "visibuild.checkLock";

  private static final Set<String> VALUES = Set.of(HIGHEST_SCOPE, MAY_WRITE, NEVER_CALL);

  private PolicyOptions() {}

  /**
   * The policy that stands in {@code options} itself; empty if none does.
   *
   * @throws IllegalArgumentException if a value is invalid; the message names option and remedy
   */
  public static Optional<Policy> policy(Map<String, String> options) {
    if (VALUES.stream().noneMatch(options::containsKey)) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            "the options of the compiler",
            value(options, HIGHEST_SCOPE).map(PolicyOptions::highestScope),
            value(options, MAY_WRITE)
                .map(text -> list(text, MAY_WRITE, NamePattern::mistakeIn, NamePattern::new))
                .map(list -> new Located<>(list, at(MAY_WRITE))),
            value(options, NEVER_CALL)
                .map(text -> list(text, NEVER_CALL, PathPattern::mistakeIn, PathPattern::new))
                .orElse(List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** The names of all options of a policy. */
  public static Set<String> names() {
    return Set.of(HIGHEST_SCOPE, MAY_WRITE, NEVER_CALL, POLICY, LOCK, POLICY_DATE, CHECK_LOCK);
  }

  /**
   * The policy and lock that {@code options} state and name.
   *
   * @param names how messages name a file
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is malformed
   * @throws IllegalArgumentException if a value is wrong; the message is for people
   */
  public static TeamPolicy team(Map<String, String> options, Function<Path, String> names)
      throws IOException, MalformedFileException {
    Optional<Policy> stated = policy(options);
    Optional<Path> policy = path(options, POLICY);
    Optional<Path> lock = path(options, LOCK);
    TeamPolicy named =
        checkLock(options)
            ? TeamPolicy.open(policy, lock, names)
            : TeamPolicy.withoutLock(policy, names);
    return new TeamPolicy(
        Stream.concat(stated.stream(), named.policies().stream()).toList(),
        named.inherited(),
        named.lock());
  }

  /**
   * The day on which approvals must still count: the one of {@code options}, or else that of {@code
   * clock} in UTC.
   *
   * @throws IllegalArgumentException if it is no date; the message is for people
   */
  public static LocalDate today(Map<String, String> options, Clock clock) {
    return value(options, POLICY_DATE)
        .map(PolicyOptions::day)
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException noDate) {
      throw mistake(POLICY_DATE, "\"" + text + "\" is no date; write one such as 2027-06-30");
    }
  }

  private static boolean checkLock(Map<String, String> options) {
    String text = value(options, CHECK_LOCK).orElse("true").strip();
    if (!text.equals("true") && !text.equals("false")) {
      throw mistake(CHECK_LOCK, "\"" + text + "\" is neither true nor false");
    }
    return text.equals("true");
  }

  private static Optional<Path> path(Map<String, String> options, String option) {
    return value(options, option).map(text -> path(text.strip(), option));
  }

  private static Path path(String text, String option) {
    if (text.isEmpty()) {
      throw mistake(option, "it names no file");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException malformed) {
      throw mistake(option, "\"" + text + "\" is no path");
    }
  }

  /** An option without a value is there, though javac gives null for it: it must not be lost. */
  private static Optional<String> value(Map<String, String> options, String option) {
    return options.containsKey(option)
        ? Optional.of(Objects.requireNonNullElse(options.get(option), ""))
        : Optional.empty();
  }

  private static Located<Access> highestScope(String text) {
    return Arrays.stream(Access.values())
        .filter(access -> access.name().equals(text.strip()))
        .findFirst()
        .map(access -> new Located<>(access, at(HIGHEST_SCOPE)))
        .orElseThrow(
            () -> mistake(HIGHEST_SCOPE, "\"" + text + "\" is no scope; write READ or READ_WRITE"));
  }

  private static <P> List<P> list(
      String text,
      String option,
      Function<String, Optional<String>> mistakeIn,
      BiFunction<String, SourcePosition, P> pattern) {
    List<P> patterns = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String entry = part.strip();
      if (!entry.isEmpty()) {
        mistakeIn
            .apply(entry)
            .ifPresent(
                what -> {
                  throw mistake(option, what);
                });
        patterns.add(pattern.apply(entry, at(option)));
      }
    }
    return patterns;
  }

  private static IllegalArgumentException mistake(String option, String what) {
    return new IllegalArgumentException("-A" + option + ": " + what + ".");
  }

  private static SourcePosition at(String option) {
    return new SourcePosition("-A" + option, OptionalInt.empty());
  }
}
