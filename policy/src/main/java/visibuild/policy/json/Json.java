package visibuild.policy.json;

import java.util.List;
import java.util.Map;

/** A JSON value and the line on which it starts. */
public sealed interface Json {
  /** The line on which the value starts, counted from 1. */
  int line();

  /** The value's kind as a message names it, with its article. */
  String kind();

  /** Returns whether {@code text} has no visible character, so that a reader sees nothing of it. */
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            character ->
                Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.isISOControl(character)
                    || Character.getType(character) == Character.FORMAT);
  }

  /** An object; its members in the order of the file. */
  record JsonObject(int line, Map<String, Json> values) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** An array. */
  record JsonArray(int line, List<Json> values) implements Json {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string. */
  record JsonString(int line, String value) implements Json {
    @Override
    public String kind() {
      return Json.isBlank(value) ? "a blank text" : "a text";
    }
  }

  /** A whole number that fits 64 bits. */
  record JsonInt(int line, long value) implements Json {
    @Override
    public String kind() {
      return "the number " + value;
    }
  }

  /**
   * A value that none of our files may contain: another number, {@code true}, {@code false} or
   * {@code null}.
   */
  record Other(int line, String kind) implements Json {}
}
