package visibuild.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;

/** Pages of which the first is there already. */
final class FirstPage<T> implements PageSource<T> {
  private final PageSource<T> pages;
  private final Page<T> first;

  private FirstPage(PageSource<T> pages, Page<T> first) {
    this.pages = pages;
    this.first = first;
  }

  static <T> CompletableFuture<Paged<T>> of(PageSource<T> pages) {
    CompletableFuture<Page<T>> first = pages.fetchLater(null, null);
    CompletableFuture<Paged<T>> paged = new CompletableFuture<>();
    CompletableFuture<Page<T>> unused =
        first.whenComplete(
            (page, failure) -> {
              if (failure == null) {
                paged.complete(Paged.of(new FirstPage<>(pages, page)));
              } else {
                paged.completeExceptionally(failure);
              }
            });
    CompletableFuture<Paged<T>> unusedCancellation =
        paged.whenComplete(
            (value, failure) -> {
              if (paged.isCancelled()) {
                first.cancel(true);
              }
            });
    return paged;
  }

  @Override
  public Page<T> fetch(@Nullable Integer pageSize, @Nullable String cursor) {
    return isFirst(pageSize, cursor) ? first : pages.fetch(pageSize, cursor);
  }

  @Override
  public CompletableFuture<Page<T>> fetchLater(
      @Nullable Integer pageSize, @Nullable String cursor) {
    return isFirst(pageSize, cursor)
        ? CompletableFuture.completedFuture(first)
        : pages.fetchLater(pageSize, cursor);
  }

  @Override
  public String name() {
    return pages.name();
  }

  /** A different page size selects another first page. */
  private static boolean isFirst(@Nullable Integer pageSize, @Nullable String cursor) {
    return pageSize == null && cursor == null;
  }
}
