package visibuild.benchmark.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request as it was read. */
record HttpExchange(String method, String path, Map<String, String> headers, String body) {
  private static final int MAX_LINE = 8 * 1024;

  /** Reads a request; null at the end of the connection. */
  static @Nullable HttpExchange read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    String[] words = start.split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new HttpExchange(words[0], words[1], headers, body);
  }

  boolean isWrite() {
    return method.equals("POST");
  }

  /** Returns the token of the request; null if it has none. */
  @Nullable String token() {
    String value = headers.getOrDefault("authorization", "");
    return value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : null;
  }

  /** Returns the name of the call: the id that is read, or the title that is created. */
  String call() {
    return isWrite()
        ? body.substring(body.indexOf("call-"), body.lastIndexOf('"'))
        : path.substring(path.lastIndexOf('/') + 1);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > MAX_LINE) {
        throw new IOException("The line is too long.");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
