package visibuild.internal.error;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Causes;
import visibuild.internal.base.TextSanitizer;

/**
 * Cleans the cause of an exception. The messages of HTTP libraries quote the server, such as an
 * unreadable status line, and a stack trace in a log shows each of them.
 */
final class CleanCause {
  /** Exceptions of a program keep their type, since the program may look for them. */
  private static final Set<String> LIBRARIES = Set.of("java", "javax", "okhttp3", "okio", "sun");

  private CleanCause() {}

  /**
   * Returns {@code failure} itself if no message of it and its causes needs cleaning, else a copy
   * with the same stack trace.
   */
  static Throwable of(Throwable failure) {
    List<Throwable> causes = Causes.of(failure);
    return causes.stream().anyMatch(CleanCause::isUnclean) ? copy(causes) : failure;
  }

  private static boolean isUnclean(Throwable failure) {
    @Nullable String message = failure.getMessage();
    String name = failure.getClass().getName();
    return message != null
        && !TextSanitizer.isClean(message)
        && LIBRARIES.contains(name.substring(0, Math.max(name.indexOf('.'), 0)));
  }

  private static Throwable copy(List<Throwable> causes) {
    Throwable copy = copy(causes.get(causes.size() - 1), null);
    for (int i = causes.size() - 2; i >= 0; i--) {
      copy = copy(causes.get(i), copy);
    }
    return copy;
  }

  private static Throwable copy(Throwable failure, @Nullable Throwable cause) {
    if (failure.getClass().getName().startsWith("visibuild.")) {
      return failure;
    }
    Throwable copy = new IOException(TextSanitizer.clean(failure.toString()), cause);
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
