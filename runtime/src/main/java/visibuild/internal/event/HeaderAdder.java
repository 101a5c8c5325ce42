package visibuild.internal.event;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds headers to the request of an attempt until the listener returns. A program may keep the
 * event that holds it, so it must not lead to the request, whose headers may be secrets.
 */
final class HeaderAdder implements BiConsumer<String, String> {
  private transient volatile @Nullable BiConsumer<String, String> headers;

  HeaderAdder(BiConsumer<String, String> headers) {
    this.headers = headers;
  }

  @Override
  public void accept(String name, String value) {
    BiConsumer<String, String> open = headers;
    if (open != null) {
      open.accept(name, value);
    }
  }

  /** Adds no header any more, since the request is sent. */
  void close() {
    headers = null;
  }
}
