package visibuild.call;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.Paged;

/** The records of a list endpoint, a call for each page. */
final class PagedCalls<T> implements Paged<T> {
  /** The Core API's largest page. */
  private static final int LARGEST_PAGE = 5000;

  private final PageCall<T> calls;
  private final @Nullable Integer pageSize;

  PagedCalls(PageCall<T> calls, @Nullable Integer pageSize) {
    this.calls = calls;
    this.pageSize = pageSize;
  }

  @Override
  public Paged<T> pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "The page size is " + size + "; give one from 1 to " + LARGEST_PAGE + ".");
    }
    return new PagedCalls<>(calls, size);
  }

  @Override
  public Stream<Page<T>> pages() {
    return stream(new PageIterator<>(calls, pageSize));
  }

  @Override
  public Stream<T> stream() {
    return stream(iterator());
  }

  @Override
  public Iterator<T> iterator() {
    return new RecordIterator<>(new PageIterator<>(calls, pageSize));
  }

  private static <E> Stream<E> stream(Iterator<E> iterator) {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, characteristics), false);
  }
}
