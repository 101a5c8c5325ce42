package visibuild.internal.paging;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import visibuild.PageSource;

/**
 * Publishes the records of pages (Reactive Streams 1.0.4). Each subscriber begins at the start, and
 * a page is fetched when its records are asked for.
 */
public final class RecordPublisher<T> implements Flow.Publisher<T> {
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final @Nullable String start;
  private final long limit;

  /** Makes a publisher of the first {@code limit} records from the page at {@code start} on. */
  public RecordPublisher(
      PageSource<T> source, @Nullable Integer pageSize, @Nullable String start, long limit) {
    this.source = source;
    this.pageSize = pageSize;
    this.start = start;
    this.limit = limit;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    RecordSubscription<T> subscription =
        new RecordSubscription<>(
            subscriber, source, pageSize, new PageCursor(source, start), limit);
    subscriber.onSubscribe(subscription);
    subscription.begin();
  }
}
