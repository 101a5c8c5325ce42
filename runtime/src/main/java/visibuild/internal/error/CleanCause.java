package visibuild.internal.error;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;

/**
 * Cleans the cause of an exception. The messages of HTTP libraries quote the server, such as an
 * unreadable status line, and a stack trace in a log shows each of them.
 */
final class CleanCause {
  /** Exceptions of a program keep their type, since the program may look for them. */
  private static final Set<String> LIBRARIES = Set.of("java", "javax", "okhttp3", "okio", "sun");

  private static final int MAX_DEPTH = 50;

  private CleanCause() {}

  /**
   * Returns {@code failure} itself if no message of it and its causes needs cleaning, else a copy
   * with the same stack trace.
   */
  static Throwable of(Throwable failure) {
    Throwable clean = failure;
    int depth = 0;
    for (@Nullable Throwable each = failure;
        each != null && depth < MAX_DEPTH;
        each = each.getCause()) {
      if (isUnclean(each)) {
        clean = copy(failure, 0);
      }
      depth++;
    }
    return clean;
  }

  private static boolean isUnclean(Throwable failure) {
    @Nullable String message = failure.getMessage();
    String name = failure.getClass().getName();
    return message != null
        && !TextSanitizer.isClean(message)
        && LIBRARIES.contains(name.substring(0, Math.max(name.indexOf('.'), 0)));
  }

  private static Throwable copy(Throwable failure, int depth) {
    if (failure.getClass().getName().startsWith("visibuild.")) {
      return failure;
    }
    @Nullable Throwable cause = failure.getCause();
    Throwable copy =
        new IOException(
            TextSanitizer.clean(failure.toString()),
            cause == null || depth == MAX_DEPTH ? null : copy(cause, depth + 1));
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
