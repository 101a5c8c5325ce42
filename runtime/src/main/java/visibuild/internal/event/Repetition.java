package visibuild.internal.event;

import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Marks a request that repeats a call of the program, because the body of an earlier response broke
 * off. Such a call counts once. The mark is a tag, because Retrofit makes the repeated request.
 * Safe for use by several threads.
 */
public final class Repetition {
  private volatile boolean isRepeated;

  private Repetition() {}

  /** Returns a factory of calls with requests that can be marked. */
  public static Call.Factory markable(Call.Factory calls) {
    return request ->
        calls.newCall(request.newBuilder().tag(Repetition.class, new Repetition()).build());
  }

  /** Marks {@code request}, if it can be marked. */
  public static void mark(Request request) {
    @Nullable Repetition repetition = request.tag(Repetition.class);
    if (repetition != null) {
      repetition.isRepeated = true;
    }
  }

  /** Returns whether {@code request} is marked. */
  public static boolean isMarked(Request request) {
    @Nullable Repetition repetition = request.tag(Repetition.class);
    return repetition != null && repetition.isRepeated;
  }
}
