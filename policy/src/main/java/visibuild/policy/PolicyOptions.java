package visibuild.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A policy in the compiler's options, for who needs no file: {@code -Avisibuild.highestScope=READ},
 * {@code -Avisibuild.mayWrite=com.acme.*,com.acme.desk.TicketsApi}, {@code
 * -Avisibuild.neverCall=api/core/v1/webhooks/**}.
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

  private static final Set<String> VALUES = Set.of(HIGHEST_SCOPE, MAY_WRITE, NEVER_CALL);

  private PolicyOptions() {}

  /**
   * The policy that stands in {@code options} itself; empty if none does.
   *
   * @throws IllegalArgumentException if a value is wrong; the message is for people
   */
  public static Optional<Policy> policy(Map<String, String> options) {
    if (VALUES.stream().noneMatch(options::containsKey)) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            "the options of the compiler",
            Optional.ofNullable(options.get(HIGHEST_SCOPE)).map(PolicyOptions::highestScope),
            Optional.ofNullable(options.get(MAY_WRITE))
                .map(text -> list(text, MAY_WRITE, NamePattern::mistakeIn, NamePattern::new)),
            Optional.ofNullable(options.get(NEVER_CALL))
                .map(text -> list(text, NEVER_CALL, PathPattern::mistakeIn, PathPattern::new))
                .orElse(List.of()),
            Optional.empty(),
            Optional.empty()));
  }

  private static Policy.HighestScope highestScope(String text) {
    return Arrays.stream(Access.values())
        .filter(access -> access.name().equals(text.strip()))
        .findFirst()
        .map(access -> new Policy.HighestScope(access, at(HIGHEST_SCOPE)))
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
