package visibuild.internal.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;

/**
 * The position in a list of pages: the cursor of the next page, or the end.
 *
 * <p>A server must not keep a reader busy for ever, or fill its memory. A cursor that comes twice,
 * one that is too long, and too many empty pages in a row are refused.
 */
final class PageCursor {
  /** The longest cursor, in characters; it must fit into a URL. */
  private static final int MAX_CURSOR_CHARS = 8 * 1024;

  /** A filter may leave pages empty, but hardly so many. */
  private static final int MAX_EMPTY_PAGES = 1_000;

  /** Longer cursors are remembered by their hash. */
  private static final int MAX_REMEMBERED_CHARS = 64;

  private final PageSource<?> source;
  private final Set<String> seen = new HashSet<>();
  private int emptyPages;
  private @Nullable String next;
  private boolean isExhausted;

  PageCursor(PageSource<?> source, @Nullable String start) {
    this.source = source;
    this.next = start;
    if (start != null) {
      seen.add(key(start));
    }
  }

  /**
   * Returns the cursor of the next page; null for the first page.
   *
   * @throws DecodingException if it is too long, as only one of the program can be
   */
  @Nullable String next() {
    if (next != null) {
      checkLength(next);
    }
    return next;
  }

  /** Returns whether the page that was read last is the last page. */
  boolean isExhausted() {
    return isExhausted;
  }

  /**
   * Moves behind {@code page}.
   *
   * @throws DecodingException if the page is refused; then the position stays before it, because
   *     its records were not read
   */
  void advance(Page<?> page) {
    @Nullable String following = page.next();
    int emptyPagesInARow = page.items().isEmpty() ? emptyPages + 1 : 0;
    if (following != null) {
      check(following, emptyPagesInARow);
    }
    next = following;
    isExhausted = following == null;
    emptyPages = emptyPagesInARow;
  }

  private void check(String following, int emptyPagesInARow) {
    checkLength(following);
    if (emptyPagesInARow > MAX_EMPTY_PAGES) {
      throw refused(
          "returned " + emptyPagesInARow + " empty pages in a row; reading on might never end.");
    }
    if (!seen.add(key(following))) {
      throw refused("names a next page that was read before; reading on would never end.");
    }
  }

  private void checkLength(String cursor) {
    if (cursor.length() > MAX_CURSOR_CHARS) {
      throw refused(
          "names a next page by a cursor of %d characters; at most %d are accepted."
              .formatted(cursor.length(), MAX_CURSOR_CHARS));
    }
  }

  private DecodingException refused(String reason) {
    return new DecodingException(source.name() + " " + reason, null);
  }

  private static String key(String cursor) {
    if (cursor.length() <= MAX_REMEMBERED_CHARS) {
      return cursor;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(cursor.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
