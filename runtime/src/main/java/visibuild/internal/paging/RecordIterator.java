package visibuild.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import visibuild.Page;

/** The records of pages one after the other; holds the page that is being read. */
public final class RecordIterator<T> implements Iterator<T> {
  private final Iterator<Page<T>> pages;
  private long left;
  private Iterator<T> page = Collections.emptyIterator();

  /** Makes an iterator over the first {@code limit} records of {@code pages}. */
  public RecordIterator(Iterator<Page<T>> pages, long limit) {
    this.pages = pages;
    this.left = limit;
  }

  @Override
  public boolean hasNext() {
    if (left == 0) {
      return false;
    }
    // A page may be empty without being the last.
    while (!page.hasNext() && pages.hasNext()) {
      // Let go of the page that was read before the next one comes: one is held, not two.
      page = Collections.emptyIterator();
      page = pages.next().items().iterator();
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return page.next();
  }
}
