package visibuild;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of a {@link Paged} come from. A program needs it only to make a {@code Paged} of
 * its own, over a cache or in a test.
 *
 * <pre>{@code
 * Paged<Visi> visis = Paged.of((pageSize, cursor) -> store.page(cursor));
 * }</pre>
 *
 * @param <T> the type of the records
 * @since 0.1
 */
@FunctionalInterface
public interface PageSource<T> {
  /**
   * Fetches a page.
   *
   * @param pageSize the records to a page, or {@code null} where nobody said
   * @param cursor the cursor of the page, as the page before named it, or {@code null} for the
   *     first
   */
  Page<T> fetch(@Nullable Integer pageSize, @Nullable String cursor);

  /**
   * Fetches a page in the background. A source that has no background fetches it at once, in the
   * thread that asks.
   */
  default CompletableFuture<Page<T>> fetchLater(
      @Nullable Integer pageSize, @Nullable String cursor) {
    try {
      return CompletableFuture.completedFuture(fetch(pageSize, cursor));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What the source is called in an error, such as {@code GET api/core/v1/projects}. */
  default String name() {
    return "The list";
  }
}
