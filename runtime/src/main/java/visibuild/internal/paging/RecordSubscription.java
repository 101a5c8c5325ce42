package visibuild.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.PageSource;

/**
 * One subscription to the records. Each signal (demand, a page, a cancellation) calls {@link
 * #serve}, and one thread at a time processes the signals. So a subscriber is called by one thread
 * at a time, and a request inside {@code onNext} does not grow the stack.
 */
final class RecordSubscription<T> implements Flow.Subscription {
  private final Flow.Subscriber<? super T> subscriber;
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final AtomicLong demand = new AtomicLong();

  /** The number of signals since the serving thread started; 0 only while no thread serves. */
  private final AtomicInteger news = new AtomicInteger(1);

  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable CompletableFuture<Page<T>> coming;

  // Only the thread that serves touches these.
  private final PageCursor cursors;
  private Iterator<T> page = Collections.emptyIterator();
  private long left;

  RecordSubscription(
      Flow.Subscriber<? super T> subscriber,
      PageSource<T> source,
      @Nullable Integer pageSize,
      PageCursor cursors,
      long limit) {
    this.subscriber = subscriber;
    this.source = source;
    this.pageSize = pageSize;
    this.cursors = cursors;
    this.left = limit;
  }

  /** Serves the demand from {@code onSubscribe}, which has returned. */
  void begin() {
    serveAll();
  }

  @Override
  public void request(long records) {
    if (records <= 0) {
      failure =
          new IllegalArgumentException(
              "A subscriber asked for " + records + " records; ask for at least 1 (rule 3.9).");
    } else {
      demand.accumulateAndGet(records, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    }
    serve();
  }

  @Override
  public void cancel() {
    cancelled = true;
    CompletableFuture<Page<T>> unwanted = coming;
    if (unwanted != null) {
      unwanted.cancel(true);
    }
    serve();
  }

  private void serve() {
    if (news.getAndIncrement() == 0) {
      serveAll();
    }
  }

  private void serveAll() {
    int served;
    do {
      served = news.get();
      serveOnce();
    } while (news.addAndGet(-served) != 0);
  }

  private void serveOnce() {
    while (!cancelled) {
      if (failure != null) {
        end(failure);
      } else if (left == 0 || (isAtEnd() && !page.hasNext())) {
        end(null);
      } else if (page.hasNext() && demand.get() > 0) {
        emit();
      } else if (page.hasNext() || demand.get() == 0 || !fetch()) {
        return;
      }
    }
    page = Collections.emptyIterator();
  }

  private boolean isAtEnd() {
    return cursors.isExhausted() && coming == null;
  }

  private void emit() {
    if (demand.get() != Long.MAX_VALUE) {
      demand.decrementAndGet();
    }
    left--;
    T record = page.next();
    try {
      subscriber.onNext(record);
    } catch (RuntimeException | Error e) {
      // A subscriber must not throw (rule 2.13); one that does gets nothing more.
      cancelled = true;
      throw e;
    }
  }

  private void end(@Nullable Throwable failure) {
    cancelled = true;
    if (failure == null) {
      subscriber.onComplete();
    } else {
      subscriber.onError(failure);
    }
  }

  /** Takes the page that came, or asks for one; returns whether there is one now. */
  private boolean fetch() {
    CompletableFuture<Page<T>> asked = coming;
    if (asked == null) {
      page = Collections.emptyIterator();
      asked = ask();
    }
    if (!asked.isDone()) {
      return false;
    }
    coming = null;
    try {
      Page<T> came = asked.join();
      cursors.advance(came);
      page = came.items().iterator();
    } catch (CompletionException e) {
      failure = Objects.requireNonNullElse(e.getCause(), e);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    return true;
  }

  private CompletableFuture<Page<T>> ask() {
    CompletableFuture<Page<T>> asked;
    try {
      asked = source.fetchLater(pageSize, cursors.next());
    } catch (RuntimeException | Error e) {
      // Only the subscriber can receive the failure: this may be the thread that completed a page.
      asked = CompletableFuture.failedFuture(e);
    }
    coming = asked;
    if (cancelled) {
      // The cancelling thread may have missed the call in progress.
      asked.cancel(true);
    }
    CompletableFuture<Page<T>> unused = asked.whenComplete((came, broke) -> serve());
    return asked;
  }
}
