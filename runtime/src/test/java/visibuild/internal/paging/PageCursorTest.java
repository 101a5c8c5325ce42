package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;

/** Lists of a server that would never end, or fill the memory. */
class PageCursorTest {
  @Test
  void endlessEmptyPages_areRefused() {
    AtomicInteger pages = new AtomicInteger();
    Paged<String> list =
        Paged.of((size, cursor) -> new Page<>(List.of(), "c" + pages.incrementAndGet()));

    assertThatThrownBy(() -> list.stream().count())
        .isInstanceOf(DecodingException.class)
        .hasMessage("The list returned 1001 empty pages in a row; reading on might never end.");
    assertThatThrownBy(() -> list.readAhead().iterator().hasNext())
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void emptyPagesBetweenRecords_areRead() {
    AtomicInteger pages = new AtomicInteger();
    Paged<String> list =
        Paged.of(
            (size, cursor) -> {
              int page = pages.incrementAndGet();
              List<String> items = page % 900 == 0 ? List.of("record") : List.of();
              return new Page<>(items, page == 3_000 ? null : "c" + page);
            });

    assertThat(list.stream()).hasSize(3);
  }

  @Test
  void cursorOfMoreThan8KiB_isRefused() {
    Paged<String> list = Paged.of((size, cursor) -> new Page<>(List.of("a"), "c".repeat(8_193)));

    assertThatThrownBy(() -> list.stream().count())
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("by a cursor of 8193 characters; at most 8192 are accepted");
    assertThatThrownBy(() -> list.from("c".repeat(8_193)).stream().count())
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void longCursors_areToldApartAndRecognized() {
    AtomicInteger pages = new AtomicInteger();
    String prefix = "c".repeat(8_000);
    Paged<String> list =
        Paged.of(
            (size, cursor) ->
                new Page<>(List.of("a"), prefix + Math.min(pages.incrementAndGet(), 3)));

    assertThatThrownBy(() -> list.stream().count())
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("names a next page that was read before");
    assertThat(pages).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8_193})
  void readingOnAfterARefusedCursor_asksForTheSamePageAgain(int length) {
    List<String> asked = new ArrayList<>();
    PageSource<String> source =
        (size, cursor) -> {
          asked.add(String.valueOf(cursor));
          String next = cursor == null ? "" : asked.size() < 4 ? "c".repeat(length) : null;
          return new Page<>(List.of("record" + cursor), next);
        };
    for (Paged<String> list : List.of(Paged.of(source), Paged.of(source).readAhead())) {
      asked.clear();
      Iterator<String> records = list.iterator();

      assertThat(records.next()).isEqualTo("recordnull");
      assertThatThrownBy(records::next).isInstanceOf(DecodingException.class);
      assertThatThrownBy(records::next).isInstanceOf(DecodingException.class);
      assertThat(records.next()).isEqualTo("record");
      assertThat(records.hasNext()).isFalse();
      assertThat(asked).containsExactly("null", "", "", "");
    }
  }
}
