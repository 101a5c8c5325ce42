package visibuild.sample.print;

import java.util.regex.Pattern;

/** Text from a server, made harmless for a terminal. */
public final class TerminalText {
  /** Control characters and marks that turn the writing direction. */
  private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private TerminalText() {}

  /** The text on one line, without anything that a terminal takes for a command. */
  public static String of(String text) {
    return COMMANDS.matcher(text).replaceAll(" ").strip();
  }
}
