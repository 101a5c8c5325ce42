package visibuild.internal.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import visibuild.Page;
import visibuild.PageSource;

/** Fetches page after page, each when it is asked for. */
public final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final PageCursor cursors;

  /** Makes an iterator that begins at the page at {@code start}. */
  public PageIterator(PageSource<T> source, @Nullable Integer pageSize, @Nullable String start) {
    this.source = source;
    this.pageSize = pageSize;
    this.cursors = new PageCursor(source, start);
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
    Page<T> page = source.fetch(pageSize, cursors.next());
    cursors.advance(page);
    return page;
  }
}
