package visibuild.paging;

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
public final class ReadAhead<T> implements Iterator<Page<T>>, AutoCloseable {
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final Cursors cursors;
  private @Nullable CompletableFuture<Page<T>> coming;

  /** Makes an iterator that begins at the page at {@code start}. */
  public ReadAhead(PageSource<T> source, @Nullable Integer pageSize, @Nullable String start) {
    this.source = source;
    this.pageSize = pageSize;
    this.cursors = new Cursors(source, start);
  }

  @Override
  public boolean hasNext() {
    return !cursors.ended();
  }

  @Override
  public Page<T> next() {
    if (cursors.ended()) {
      throw new NoSuchElementException();
    }
    CompletableFuture<Page<T>> awaited = coming == null ? fetch() : coming;
    coming = null;
    Page<T> page = await(awaited);
    cursors.pass(page);
    if (!cursors.ended()) {
      coming = fetch();
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

  private Page<T> await(CompletableFuture<Page<T>> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      page.cancel(true);
      Thread.currentThread().interrupt();
      throw new ConnectionException(
          source.name() + " got no answer: the thread was interrupted while it waited.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VisibuildException failure) {
        // The other thread's stack does not say who read.
        failure.addSuppressed(new ReadHere());
        throw failure;
      }
      throw new IllegalStateException(source.name() + " failed unexpectedly.", e.getCause());
    }
  }
}
