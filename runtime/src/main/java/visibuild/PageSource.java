package visibuild;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The source of the pages of a {@link Paged}. A program implements it only for its own {@code
 * Paged}, over a cache or in a test.
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
   * @param pageSize the number of records on a page, or {@code null} for the default
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

  /** Returns the name of the source for errors, such as {@code GET api/core/v1/projects}. */
  default String name() {
    return "The list";
  }
}
