package visibuild.internal.paging;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;

/** Where in a list of pages somebody is: which page comes next, and whether one does. */
final class PageCursor {
  private final PageSource<?> source;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String next;
  private boolean isExhausted;

  PageCursor(PageSource<?> source, @Nullable String start) {
    this.source = source;
    this.next = start;
    if (start != null) {
      seen.add(start);
    }
  }

  @Nullable String next() {
    return next;
  }

  /** Whether the page that was passed last is the last. */
  boolean isExhausted() {
    return isExhausted;
  }

  /** Goes on behind {@code page}. */
  void advance(Page<?> page) {
    next = page.next();
    isExhausted = next == null;
    if (next != null && !seen.add(next)) {
      throw new DecodingException(
          source.name() + " names a next page that was read before; reading on would never end.",
          null);
    }
  }
}
