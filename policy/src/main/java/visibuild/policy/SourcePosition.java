package visibuild.policy;

import java.util.OptionalInt;

/**
 * A place in a source file.
 *
 * @param file the file, below its source root and with {@code /} on every system, such as {@code
 *     com/acme/TicketsApi.java}
 * @param line the line, counted from 1; empty if the compiler did not report it
 * @since 0.1
 */
public record SourcePosition(String file, OptionalInt line) {
  /** The position on {@code line} of {@code file}. */
  public static SourcePosition at(String file, int line) {
    return new SourcePosition(file, OptionalInt.of(line));
  }

  /** The position as people and terminals read it: {@code com/acme/TicketsApi.java:12}. */
  @Override
  public String toString() {
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }
}
