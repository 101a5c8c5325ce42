package visibuild.paging;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;

/** Fetches page after page, each when it is asked for. */
public final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageSource<T> source;
  private final @Nullable Integer pageSize;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String next;
  private boolean ended;

  /** Makes an iterator that begins at the page at {@code start}. */
  public PageIterator(PageSource<T> source, @Nullable Integer pageSize, @Nullable String start) {
    this.source = source;
    this.pageSize = pageSize;
    this.next = start;
    if (start != null) {
      seen.add(start);
    }
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Page<T> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    Page<T> page = source.fetch(pageSize, next);
    next = page.next();
    ended = next == null;
    if (next != null && !seen.add(next)) {
      throw new DecodingException(
          source.name() + " names a next page that was read before; reading on would never end.",
          null);
    }
    return page;
  }
}
