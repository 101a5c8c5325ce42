package visibuild.call;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.Page;

/** Fetches page after page, each when it is asked for. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private static final String HAS_NEXT_PAGE = "X-Has-Next-Page";

  private final PageCall<T> calls;
  private final @Nullable Integer pageSize;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String next;
  private boolean ended;

  PageIterator(PageCall<T> calls, @Nullable Integer pageSize) {
    this.calls = calls;
    this.pageSize = pageSize;
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
    Response<Page<T>> response = Exchange.execute(calls.of(pageSize, next));
    Page<T> page = Exchange.required(response);
    next = page.next();
    ended = next == null;
    refuseToStopEarly(response);
    refuseToGoInCircles(response);
    return page;
  }

  private void refuseToStopEarly(Response<Page<T>> response) {
    if (ended && "true".equalsIgnoreCase(response.headers().get(HAS_NEXT_PAGE))) {
      throw new DecodingException(
          CallName.of(response.raw().request())
              + " says that there are more pages, and does not name the next.",
          null);
    }
  }

  private void refuseToGoInCircles(Response<Page<T>> response) {
    if (next != null && !seen.add(next)) {
      throw new DecodingException(
          CallName.of(response.raw().request())
              + " names a next page that was read before; reading on would never end.",
          null);
    }
  }
}
