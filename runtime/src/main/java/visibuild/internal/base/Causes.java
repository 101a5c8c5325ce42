package visibuild.internal.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the causes of an exception, which may form a circle. */
public final class Causes {
  private static final int MAX_DEPTH = 100;

  private Causes() {}

  /** Returns {@code failure} and its causes, at most 100, from the outside to the inside. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    @Nullable Throwable next = failure;
    while (next != null && causes.size() < MAX_DEPTH) {
      causes.add(next);
      next = next.getCause();
    }
    return causes;
  }
}
