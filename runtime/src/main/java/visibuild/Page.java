package visibuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list endpoint.
 *
 * @param <T> the type of the records
 * @param items the records of this page, in the server's order; unmodifiable
 * @param next the cursor of the page after this one, or {@code null} on the last page
 * @since 0.1
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Makes a page of a copy of {@code items}. */
  public Page {
    items = List.copyOf(items);
  }
}
