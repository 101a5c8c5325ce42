package visibuild.internal.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import visibuild.Page;

/** Pages, whole, until they have so many records. */
public final class LimitedPages<T> implements Iterator<Page<T>> {
  private final Iterator<Page<T>> pages;
  private long left;

  /** Makes an iterator that ends with the page in which {@code limit} is reached. */
  public LimitedPages(Iterator<Page<T>> pages, long limit) {
    this.pages = pages;
    this.left = limit;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && pages.hasNext();
  }

  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Page<T> page = pages.next();
    left -= page.items().size();
    return page;
  }
}
