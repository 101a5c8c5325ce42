package visibuild.policy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The segments of a path, as they can reach a server: without empty ones, {@code .} and {@code ..},
 * without what clients drop on the way, and with what stands for another character read as that.
 * The rules of a URL are those that WHATWG's URL standard gives and OkHttp follows: {@code \} is
 * {@code /}, tabs and line breaks go, a query or fragment ends the path.
 */
final class PathSegments {
  /** Dropped wherever they stand. */
  private static final Pattern DROPPED = Pattern.compile("[\\t\\n\\f\\r]");

  /** A slash, or what a client makes one. */
  private static final Pattern BETWEEN = Pattern.compile("[/\\\\]");

  private static final Pattern END = Pattern.compile("[?#]");

  private PathSegments() {}

  /** The segments of {@code path}; a slash written as {@code %2F} is a slash. */
  static List<String> of(String path) {
    return resolved(BETWEEN.split(decoded(pathOf(path)), -1));
  }

  /** The same by a server for which {@code %2F} is text within a segment. */
  static List<String> withSlashesInside(String path) {
    String[] segments = BETWEEN.split(pathOf(path), -1);
    for (int index = 0; index < segments.length; index++) {
      segments[index] = decoded(segments[index]);
    }
    return resolved(segments);
  }

  private static String pathOf(String path) {
    return END.split(DROPPED.matcher(path).replaceAll("").strip(), 2)[0];
  }

  private static List<String> resolved(String... raw) {
    List<String> segments = new ArrayList<>();
    for (String parameterized : raw) {
      String segment = withoutParameters(parameterized);
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Servlet containers take {@code users;v=1} for {@code users}. */
  private static String withoutParameters(String segment) {
    int parameters = segment.indexOf(';');
    return parameters < 0 ? segment : segment.substring(0, parameters);
  }

  /** {@code text} with each {@code %xx} read as the byte that it stands for. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(encoded.length);
    for (int at = 0; at < encoded.length; at++) {
      int value = encoded[at] == '%' && at + 2 < encoded.length ? hex(encoded, at + 1) : -1;
      plain.write(value < 0 ? encoded[at] : value);
      at += value < 0 ? 0 : 2;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /** The two hexadecimal digits from {@code at} on; negative if they are none. */
  private static int hex(byte[] text, int at) {
    int high = Character.digit(text[at], 16);
    int low = Character.digit(text[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
