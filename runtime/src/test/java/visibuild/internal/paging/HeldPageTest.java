package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;

/** No more than one page is held. */
class HeldPageTest {
  @Test
  void aPageThatWasReadIsLetGoBeforeTheNextIsFetched() {
    Pages pages = new Pages();
    RecordIterator<Object> records = new RecordIterator<>(pages, Long.MAX_VALUE);

    while (records.hasNext()) {
      records.next();
    }

    assertThat(pages.heldAtFetch).containsExactly(false, false);
  }

  @Test
  void withReadAheadTwoPagesAreHeldAndNoThird() {
    List<WeakReference<Object>> made = new ArrayList<>();
    List<Boolean> thirdHeld = new ArrayList<>();
    PageSource<Object> source =
        (pageSize, cursor) -> {
          if (made.size() >= 2) {
            System.gc();
            thirdHeld.add(made.get(made.size() - 2).get() != null);
          }
          Object record = new Object();
          made.add(new WeakReference<>(record));
          return new Page<>(List.of(record), made.size() == 4 ? null : "c" + made.size());
        };

    Paged.of(source).readAhead().forEach(record -> {});

    assertThat(thirdHeld).containsExactly(false, false);
  }

  /** Three pages, each made when it is asked for. */
  private static final class Pages implements Iterator<Page<Object>> {
    private final List<Boolean> heldAtFetch = new ArrayList<>();
    private WeakReference<Object> last = new WeakReference<>(null);
    private int fetched;

    @Override
    public boolean hasNext() {
      return fetched < 3;
    }

    @Override
    public Page<Object> next() {
      if (fetched++ > 0) {
        System.gc();
        heldAtFetch.add(last.get() != null);
      }
      Object record = new Object();
      last = new WeakReference<>(record);
      return new Page<>(List.of(record), null);
    }
  }
}
