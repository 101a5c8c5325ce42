package visibuild;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import visibuild.paging.PageIterator;
import visibuild.paging.RecordIterator;

/**
 * All records of a list endpoint, fetched page by page as they are read.
 *
 * <p>Nothing is requested before the first record is asked for, and no more than one page is held
 * at a time. Each iterator and each stream starts again at the first page.
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

  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final @Nullable String start;

  private Paged(PageSource<T> source, @Nullable Integer pageSize, @Nullable String start) {
    this.source = source;
    this.pageSize = pageSize;
    this.start = start;
  }

  /** Makes records of the pages that {@code source} fetches. */
  public static <T> Paged<T> of(PageSource<T> source) {
    return new Paged<>(Objects.requireNonNull(source, "source"), null, null);
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
   * The same records, asked for in pages of {@code size}.
   *
   * <p>The Core API takes 1 to 5000 and answers 1000 when nothing is said; the Reporting API's
   * pages are fixed, and it does not know the parameter.
   *
   * @throws IllegalArgumentException if {@code size} is below 1 or above 5000
   */
  public Paged<T> pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "The page size is " + size + "; give one from 1 to " + LARGEST_PAGE + ".");
    }
    return new Paged<>(source, size, start);
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
    return new Paged<>(source, pageSize, cursor);
  }

  /** The pages themselves, lazily, each with the cursor of the next. */
  public Stream<Page<T>> pages() {
    return stream(pageIterator());
  }

  /** The records, lazily. */
  public Stream<T> stream() {
    return stream(iterator());
  }

  @Override
  public Iterator<T> iterator() {
    return new RecordIterator<>(pageIterator());
  }

  private Iterator<Page<T>> pageIterator() {
    return new PageIterator<>(source, pageSize, start);
  }

  private static <E> Stream<E> stream(Iterator<E> iterator) {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, characteristics), false);
  }
}
