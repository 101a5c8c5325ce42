package visibuild.processor.reachability;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Parses the processor option {@code visibuild.reachability}, which selects the tools that get
 * files about reflection: {@code -Avisibuild.reachability=shrinker,native-image}.
 *
 * <p>Without the option, only a compilation against Android's classes gets files, those for the
 * shrinker. Every other program runs on a JVM that needs none, and each extra file costs javac time
 * that grows with the square of the number of interfaces.
 */
public final class ReachabilityOption {
  /** The name of the option. */
  public static final String NAME = "visibuild.reachability";

  /** A class that only a compilation for Android has. */
  public static final String ANDROID_CLASS = "android.app.Application";

  /** A tool that reads files about reflection. */
  public enum Tool {
    /** R8 and ProGuard. */
    SHRINKER,
    /** GraalVM's {@code native-image}. */
    NATIVE_IMAGE
  }

  private ReachabilityOption() {}

  /** Returns whether {@code options} contain the option. */
  public static boolean isSet(Map<String, String> options) {
    return options.containsKey(NAME);
  }

  /**
   * Returns the tools that {@code options} select.
   *
   * @throws IllegalArgumentException if the value contains an unknown word; the message names the
   *     option, the word and the valid words
   */
  public static Set<Tool> parse(Map<String, String> options) {
    Set<Tool> tools = EnumSet.noneOf(Tool.class);
    String value = Objects.requireNonNullElse(options.get(NAME), "");
    for (String part : value.split(",", -1)) {
      String word = part.strip();
      switch (word) {
        case "shrinker" -> tools.add(Tool.SHRINKER);
        case "native-image" -> tools.add(Tool.NATIVE_IMAGE);
        case "none" -> {}
        default ->
            throw new IllegalArgumentException(
                "-A%s: \"%s\" is not a tool. Write shrinker, native-image, both separated by a comma, or none."
                    .formatted(NAME, word.replaceAll("\\p{C}|\\p{Zl}|\\p{Zp}", "?")));
      }
    }
    return tools;
  }
}
