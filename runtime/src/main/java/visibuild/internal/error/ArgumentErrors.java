package visibuild.internal.error;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;

/**
 * Cleans the exceptions with which OkHttp and Retrofit refuse an argument of a call. Their messages
 * have several lines, and repeat the value of a header or a URL, which may be a secret.
 */
public final class ArgumentErrors {
  /** OkHttp's message for a value that no header can have. The value follows. */
  private static final Pattern HEADER_VALUE =
      Pattern.compile(
          "Unexpected char (0x[0-9a-f]{1,8}) at ([0-9]{1,10}) in ([^\\s:]{1,200}) value.*",
          Pattern.DOTALL);

  /** Retrofit's message for an argument of {@code @Url}. The argument follows. */
  private static final Pattern URL =
      Pattern.compile("Malformed URL\\. Base: ([^\\s,]{1,300}), Relative: .*", Pattern.DOTALL);

  private static final Set<String> LIBRARIES = Set.of("okhttp3", "retrofit2");

  private ArgumentErrors() {}

  /**
   * Returns {@code failure} itself if its message is clean or the program wrote it, else a copy
   * with a clean message and the same stack trace.
   */
  public static IllegalArgumentException clean(IllegalArgumentException failure) {
    @Nullable String message = failure.getMessage();
    if (message == null || !isOfLibrary(failure)) {
      return failure;
    }
    String cleaned = clean(message);
    if (cleaned.equals(message)) {
      return failure;
    }
    IllegalArgumentException copy = new IllegalArgumentException(cleaned, failure.getCause());
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }

  private static boolean isOfLibrary(IllegalArgumentException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    if (failure.getClass() != IllegalArgumentException.class || trace.length == 0) {
      return false;
    }
    String thrower = trace[0].getClassName();
    return LIBRARIES.contains(thrower.substring(0, Math.max(thrower.indexOf('.'), 0)));
  }

  private static String clean(String message) {
    Matcher header = HEADER_VALUE.matcher(message);
    if (header.matches()) {
      return "The value of the header %s has the character %s at index %s, which no header can have; encode it."
          .formatted(header.group(3), header.group(1), header.group(2));
    }
    Matcher url = URL.matcher(message);
    if (url.matches()) {
      return "The argument of @Url is no URL that fits the base URL %s; give a path, or a whole http or https URL."
          .formatted(url.group(1));
    }
    return TextSanitizer.clean(message, TextSanitizer.MAX_MESSAGE_CHARS);
  }
}
