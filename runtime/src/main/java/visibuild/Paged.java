package visibuild;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import visibuild.internal.paging.LimitedPages;
import visibuild.internal.paging.PageIterator;
import visibuild.internal.paging.PrefetchingPageIterator;
import visibuild.internal.paging.RecordIterator;
import visibuild.internal.paging.RecordPublisher;

/**
 * All records of a list endpoint, fetched page by page as they are read.
 *
 * <p>Nothing is requested before the first record is asked for, and no more than one page is held
 * at a time, two with {@link #readAhead}. Each iterator and each stream starts again at the first
 * page.
 *
 * <pre>{@code
 * for (Visi visi : visis.ofProject(projectId)) {
 *   ...
 * }
 * List<String> open = visis.ofProject(projectId).stream()
 *     .filter(visi -> visi.status() == VisiStatus.OPEN)
 *     .map(Visi::title)
 *     .toList();
 * }</pre>
 *
 * <p>Reading throws the exceptions of any other call (see {@link VisibuildException}), at the
 * record where the page is fetched; to read on after one asks for the same page again. A {@code
 * Paged} is immutable and may be shared among threads; its iterators and streams may not.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
public final class Paged<T> implements Iterable<T> {
  /** The Core API's largest page. */
  private static final int LARGEST_PAGE = 5000;

  private final transient PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final @Nullable String start;
  private final long limit;
  private final boolean readsAhead;

  private Paged(
      PageSource<T> source,
      @Nullable Integer pageSize,
      @Nullable String start,
      long limit,
      boolean readsAhead) {
    this.source = source;
    this.pageSize = pageSize;
    this.start = start;
    this.limit = limit;
    this.readsAhead = readsAhead;
  }

  /** Makes records of the pages that {@code source} fetches. */
  public static <T> Paged<T> of(PageSource<T> source) {
    return new Paged<>(Objects.requireNonNull(source, "source"), null, null, Long.MAX_VALUE, false);
  }

  /**
   * Makes one page of records that are there already, as a test needs it that stands in for
   * Visibuild.
   */
  public static <T> Paged<T> of(List<? extends T> records) {
    Page<T> page = new Page<>(List.copyOf(records), null);
    return of((pageSize, cursor) -> page);
  }

  /**
   * Returns the same records, requested in pages of {@code size}.
   *
   * <p>The Core API accepts 1 to 5000; its default is 1000. The Reporting API has a fixed page size
   * and no such parameter.
   *
   * @throws IllegalArgumentException if {@code size} is below 1 or above 5000
   */
  public Paged<T> pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "The page size is " + size + "; give one from 1 to " + LARGEST_PAGE + ".");
    }
    return new Paged<>(source, size, start, limit, readsAhead);
  }

  /**
   * The same records from the page at {@code cursor} on: where a job that stopped reads on.
   *
   * <pre>{@code
   * visis.ofProject(projectId).from(saved).pages().forEach(page -> {
   *   store.save(page.items(), page.next());
   * });
   * }</pre>
   *
   * @param cursor the {@link Page#next} of the last page that was read, or {@code null} to begin at
   *     the first
   */
  public Paged<T> from(@Nullable String cursor) {
    return new Paged<>(source, pageSize, cursor, limit, readsAhead);
  }

  /**
   * The first {@code records} of the same records; no page behind them is asked for.
   *
   * @throws IllegalArgumentException if {@code records} is negative
   */
  public Paged<T> limit(long records) {
    if (records < 0) {
      throw new IllegalArgumentException("The limit is " + records + "; give 0 or more.");
    }
    return new Paged<>(source, pageSize, start, Math.min(limit, records), readsAhead);
  }

  /**
   * The same records, where the next page is fetched in the background while one is read: faster,
   * and two pages are held instead of one. A {@link #publisher} does not read ahead.
   */
  public Paged<T> readAhead() {
    return new Paged<>(source, pageSize, start, limit, true);
  }

  /**
   * The pages themselves, lazily, each with the cursor of the next. Pages come whole: with a limit,
   * the page in which it is reached is the last.
   */
  public Stream<Page<T>> pages() {
    Iterator<Page<T>> pages = pageIterator();
    return stream(isLimited() ? new LimitedPages<>(pages, limit) : pages, pages);
  }

  /** The records, lazily. To close the stream gives up a page that is read ahead. */
  public Stream<T> stream() {
    Iterator<Page<T>> pages = pageIterator();
    return stream(new RecordIterator<>(pages, limit), pages);
  }

  @Override
  public Iterator<T> iterator() {
    return new RecordIterator<>(pageIterator(), limit);
  }

  /**
   * The records for a subscriber that is not waited for, such as Reactor's or RxJava's: fetched in
   * the background, no page before its records are asked for. Each subscription begins anew; to
   * cancel it cancels the call that is running. {@link #readAhead} has no effect on it: a
   * subscriber that wants pages ahead asks for more records.
   *
   * <pre>{@code
   * Flux<Visi> flux = JdkFlowAdapter.flowPublisherToFlux(visis.ofProject(projectId).publisher());
   * }</pre>
   *
   * @see <a href="https://www.reactive-streams.org">Reactive Streams</a>
   */
  public Flow.Publisher<T> publisher() {
    return new RecordPublisher<>(source, pageSize, start, limit);
  }

  boolean isLimited() {
    return limit != Long.MAX_VALUE;
  }

  private Iterator<Page<T>> pageIterator() {
    return readsAhead
        ? new PrefetchingPageIterator<>(source, pageSize, start, limit)
        : new PageIterator<>(source, pageSize, start);
  }

  private static <E> Stream<E> stream(Iterator<E> iterator, Iterator<?> pages) {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    Stream<E> stream =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, characteristics), false);
    return pages instanceof PrefetchingPageIterator<?> ahead
        ? stream.onClose(ahead::close)
        : stream;
  }
}
