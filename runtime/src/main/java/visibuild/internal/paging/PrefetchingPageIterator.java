package visibuild.internal.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.VisibuildException;

/**
 * Fetches the next page in the background while one is read: two are held. A failure is thrown
 * where its page is asked for, and to ask again fetches it again.
 */
public final class PrefetchingPageIterator<T> implements Iterator<Page<T>>, AutoCloseable {
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final PageCursor cursors;
  private long left;
  private @Nullable CompletableFuture<Page<T>> coming;

  /**
   * Makes an iterator that begins at the page at {@code start}.
   *
   * @param limit the number of records after which no further page is fetched ahead
   */
  public PrefetchingPageIterator(
      PageSource<T> source, @Nullable Integer pageSize, @Nullable String start, long limit) {
    this.source = source;
    this.pageSize = pageSize;
    this.cursors = new PageCursor(source, start);
    this.left = limit;
  }

  @Override
  public boolean hasNext() {
    return !cursors.isExhausted();
  }

  @Override
  public Page<T> next() {
    if (cursors.isExhausted()) {
      throw new NoSuchElementException();
    }
    CompletableFuture<Page<T>> awaited = coming == null ? fetch() : coming;
    coming = null;
    Page<T> page = await(awaited);
    cursors.advance(page);
    left -= page.items().size();
    if (!cursors.isExhausted() && left > 0) {
      coming = fetchAhead();
    }
    return page;
  }

  /** Gives up the page that is on its way. */
  @Override
  public void close() {
    if (coming != null) {
      coming.cancel(true);
      coming = null;
    }
  }

  private CompletableFuture<Page<T>> fetch() {
    return source.fetchLater(pageSize, cursors.next());
  }

  /** A failure to ask for the next page must not lose the page before it. */
  private CompletableFuture<Page<T>> fetchAhead() {
    try {
      return fetch();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Page<T> await(CompletableFuture<Page<T>> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      page.cancel(true);
      Thread.currentThread().interrupt();
      throw new ConnectionException(
          source.name() + " got no response: the thread was interrupted while it waited.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VisibuildException failure) {
        // The stack of the fetching thread does not show the reader.
        failure.addSuppressed(new CallerStackTrace());
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(source.name() + " failed unexpectedly.", e.getCause());
    }
  }
}
