package visibuild.testing.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A set of OAuth scopes, in the order in which they were asked for. */
public record Scopes(List<String> names) {
  /** The scopes that Visibuild defines. */
  private static final Set<String> KNOWN = Set.of("read", "write");

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern OTHER_WHITE_SPACE = Pattern.compile("[\\n\\r\\t]");

  /** The scopes that {@code text} names, separated by spaces. */
  public static Scopes parse(String text) {
    Set<String> names = new LinkedHashSet<>(List.of(SPACES.split(text.strip())));
    return new Scopes(List.copyOf(names));
  }

  /** Returns whether {@code text} is a well-formed scope parameter for Doorkeeper. */
  static boolean wellFormed(String text) {
    return !OTHER_WHITE_SPACE.matcher(text).find() && KNOWN.containsAll(parse(text).names);
  }

  /** Returns whether these scopes include all of {@code others}. */
  boolean covers(Scopes others) {
    return names.containsAll(others.names);
  }

  /** Returns whether these scopes include {@code name}. */
  public boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public String toString() {
    return String.join(" ", names);
  }
}
