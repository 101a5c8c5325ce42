package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import visibuild.ConnectionException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;

/** Fewer records than there are, and pages that come before they are asked for. */
class PrefetchingPageIteratorTest {
  private final Numbers numbers = new Numbers(25, Runnable::run);

  @Test
  void theNextPageIsFetchedWhileOneIsRead() {
    Iterator<Long> records = Paged.of(numbers).readAhead().iterator();

    records.next();

    assertThat(numbers.fetched).hasValue(2);
  }

  @Test
  void noPageIsFetchedBeforeTheFirstRecord() {
    Iterator<Long> records = Paged.of(numbers).readAhead().iterator();

    assertThat(records).isNotNull();
    assertThat(numbers.fetched).hasValue(0);
  }

  @Test
  void theRecordsAreTheSame() {
    assertThat(Paged.of(numbers).readAhead().pageSize(4).stream().toList())
        .isEqualTo(Paged.of(numbers).stream().toList());
  }

  @Test
  void aFailureIsThrownWhereItsPageIsAskedForAndThePageIsFetchedAgain() {
    Deque<CompletableFuture<Page<Long>>> pages = new ArrayDeque<>();
    pages.add(CompletableFuture.completedFuture(new Page<>(List.of(1L), "c1")));
    pages.add(CompletableFuture.failedFuture(new ConnectionException("broken", null)));
    pages.add(CompletableFuture.completedFuture(new Page<>(List.of(2L), null)));
    Iterator<Long> records = Paged.of(new Scripted(pages)).readAhead().iterator();

    assertThat(records.next()).isEqualTo(1);
    assertThatThrownBy(records::next).isInstanceOf(ConnectionException.class);
    assertThat(records.next()).isEqualTo(2);
  }

  @Test
  void aFailureHasTheStackOfTheReader() {
    Deque<CompletableFuture<Page<Long>>> pages = new ArrayDeque<>();
    pages.add(CompletableFuture.failedFuture(new ConnectionException("broken", null)));
    Iterator<Long> records = Paged.of(new Scripted(pages)).readAhead().iterator();

    assertThatThrownBy(records::next)
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed()[0])
                    .hasStackTraceContaining(
                        "PrefetchingPageIteratorTest.aFailureHasTheStackOfTheReader"));
  }

  @Test
  void toCloseTheStreamGivesThePageUp() {
    CompletableFuture<Page<Long>> never = new CompletableFuture<>();
    Deque<CompletableFuture<Page<Long>>> pages = new ArrayDeque<>();
    pages.add(CompletableFuture.completedFuture(new Page<>(List.of(1L), "c1")));
    pages.add(never);
    Stream<Long> records = Paged.of(new Scripted(pages)).readAhead().stream();
    Iterator<Long> iterator = records.iterator();
    iterator.next();

    records.close();

    assertThat(never).isCancelled();
  }

  @Test
  void theLimitEndsTheRecords() {
    assertThat(Paged.of(numbers).limit(12).stream()).hasSize(12);
    assertThat(numbers.fetched).hasValue(2);
  }

  @Test
  void theLimitAsksForNoPageBehindIt() {
    assertThat(Paged.of(numbers).limit(10).stream()).hasSize(10);
    assertThat(numbers.fetched).hasValue(1);
  }

  @Test
  void aLimitOfNothingAsksForNothing() {
    assertThat(Paged.of(numbers).limit(0)).isEmpty();
    assertThat(numbers.fetched).hasValue(0);
  }

  @Test
  void ofTwoLimitsTheSmallerCounts() {
    assertThat(Paged.of(numbers).limit(3).limit(5)).hasSize(3);
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThatThrownBy(() -> Paged.of(numbers).limit(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limit is -1; give 0 or more.");
  }

  @Test
  void pagesComeWholeUpToTheLimit() {
    assertThat(Paged.of(numbers).limit(11).pages())
        .extracting(page -> page.items().size())
        .containsExactly(10, 10);
  }

  @Test
  void readAheadAsksForNoPageBehindTheLimit() {
    assertThat(Paged.of(numbers).readAhead().limit(10).stream()).hasSize(10);
    assertThat(numbers.fetched).hasValue(1);
    assertThat(Paged.of(numbers).limit(11).readAhead().pages()).hasSize(2);
    assertThat(numbers.fetched).hasValue(3);
  }

  @Test
  void anErrorOfTheBackgroundStaysAnError() {
    OutOfMemoryError error = new OutOfMemoryError("full");
    Deque<CompletableFuture<Page<Long>>> pages = new ArrayDeque<>();
    pages.add(CompletableFuture.failedFuture(error));
    Iterator<Long> records = Paged.of(new Scripted(pages)).readAhead().iterator();

    assertThatThrownBy(records::next).isSameAs(error);
  }

  @Test
  void aPageIsReadAlthoughTheNextCannotBeAskedFor() {
    Deque<CompletableFuture<Page<Long>>> pages = new ArrayDeque<>();
    pages.add(CompletableFuture.completedFuture(new Page<>(List.of(1L), "c1")));
    Iterator<Long> records = Paged.of(new Scripted(pages)).readAhead().iterator();

    assertThat(records.next()).isEqualTo(1);
    pages.add(CompletableFuture.completedFuture(new Page<>(List.of(2L), null)));
    assertThatThrownBy(records::next).isInstanceOf(IllegalStateException.class);
    assertThat(records.next()).isEqualTo(2);
  }

  private record Scripted(Deque<CompletableFuture<Page<Long>>> pages) implements PageSource<Long> {
    @Override
    public Page<Long> fetch(@Nullable Integer pageSize, @Nullable String cursor) {
      return pages.remove().join();
    }

    @Override
    public CompletableFuture<Page<Long>> fetchLater(
        @Nullable Integer pageSize, @Nullable String cursor) {
      return pages.remove();
    }
  }
}
