package visibuild.testing.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A set of OAuth scopes, in the order in which they were asked for. */
public record Scopes(List<String> names) {
  /** What Visibuild's installations know. */
  private static final Set<String> KNOWN = Set.of("read", "write");

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern OTHER_WHITE_SPACE = Pattern.compile("[\\n\\r\\t]");

  /** The scopes that {@code text} names, separated by spaces. */
  public static Scopes parse(String text) {
    Set<String> names = new LinkedHashSet<>(List.of(SPACES.split(text.strip())));
    return new Scopes(List.copyOf(names));
  }

  /** Whether {@code text} is a scope parameter that Doorkeeper reads at all. */
  static boolean wellFormed(String text) {
    return !OTHER_WHITE_SPACE.matcher(text).find() && KNOWN.containsAll(parse(text).names);
  }

  /** Whether all of {@code others} are among these. */
  boolean covers(Scopes others) {
    return names.containsAll(others.names);
  }

  /** Whether {@code name} is among these. */
  public boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public String toString() {
    return String.join(" ", names);
  }
}
