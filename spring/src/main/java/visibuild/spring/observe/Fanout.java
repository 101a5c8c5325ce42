package visibuild.spring.observe;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls all listeners and throws the first exception afterwards; the runtime logs it. */
final class Fanout {
  private Fanout() {}

  static <L> void each(List<L> listeners, Consumer<L> action) {
    @Nullable RuntimeException first = null;
    for (L listener : listeners) {
      try {
        action.accept(listener);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
