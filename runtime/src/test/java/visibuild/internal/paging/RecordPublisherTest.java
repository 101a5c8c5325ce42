package visibuild.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.Page;
import visibuild.PageSource;
import visibuild.Paged;

/** Records for a subscriber. */
class RecordPublisherTest {
  private final Numbers numbers = new Numbers(25, Runnable::run);
  private final Subscriber subscriber = new Subscriber();

  @Test
  void nothingIsFetchedBeforeRecordsAreAskedFor() {
    Paged.of(numbers).publisher().subscribe(subscriber);

    assertThat(numbers.fetched).hasValue(0);
  }

  @Test
  void noMoreIsFetchedThanIsAskedFor() {
    Paged.of(numbers).publisher().subscribe(subscriber);

    subscriber.asked.request(11);

    assertThat(subscriber.records).hasSize(11);
    assertThat(numbers.fetched).hasValue(2);
  }

  @Test
  void allRecordsComeInOrderAndThenTheEnd() {
    Paged.of(numbers).pageSize(7).publisher().subscribe(subscriber);

    subscriber.asked.request(Long.MAX_VALUE);

    assertThat(subscriber.records).isEqualTo(Paged.of(numbers).stream().toList());
    assertThat(subscriber.completed).isTrue();
  }

  @Test
  void theLimitEndsIt() {
    Paged.of(numbers).limit(10).publisher().subscribe(subscriber);

    subscriber.asked.request(10);

    assertThat(subscriber.completed).isTrue();
    assertThat(numbers.fetched).hasValue(1);
  }

  @Test
  void itBeginsAtTheCursor() {
    Paged.of(numbers).from("20").publisher().subscribe(subscriber);

    subscriber.asked.request(100);

    assertThat(subscriber.records).containsExactly(20L, 21L, 22L, 23L, 24L);
  }

  @Test
  void aServerThatGoesInCirclesIsAnError() {
    Page<Long> page = new Page<>(List.of(1L), "again");
    Paged.<Long>of((size, cursor) -> page).publisher().subscribe(subscriber);

    subscriber.asked.request(100);

    assertThat(subscriber.failure).isInstanceOf(DecodingException.class);
  }

  @Test
  void aPageThatCannotBeFetchedIsAnError() {
    ConnectionException failure = new ConnectionException("broken", null);
    Paged.of(new Waiting(CompletableFuture.failedFuture(failure)))
        .publisher()
        .subscribe(subscriber);

    subscriber.asked.request(1);

    assertThat(subscriber.failure).isSameAs(failure);
  }

  @Test
  void toCancelCancelsThePageThatIsOnItsWay() {
    CompletableFuture<Page<Long>> never = new CompletableFuture<>();
    Paged.of(new Waiting(never)).publisher().subscribe(subscriber);
    subscriber.asked.request(1);

    subscriber.asked.cancel();

    assertThat(never).isCancelled();
    assertThat(subscriber.failure).isNull();
  }

  @Test
  void toCancelWhileAPageIsAskedForCancelsThePage() {
    CompletableFuture<Page<Long>> never = new CompletableFuture<>();
    PageSource<Long> source =
        new Waiting(never) {
          @Override
          public CompletableFuture<Page<Long>> fetchLater(Integer pageSize, String cursor) {
            subscriber.asked.cancel();
            return super.fetchLater(pageSize, cursor);
          }
        };
    Paged.of(source).publisher().subscribe(subscriber);

    subscriber.asked.request(1);

    assertThat(never).isCancelled();
    assertThat(subscriber.failure).isNull();
  }

  @Test
  void aSourceThatThrowsIsAnError() {
    IllegalStateException failure = new IllegalStateException("no source");
    PageSource<Long> source =
        new Waiting(new CompletableFuture<>()) {
          @Override
          public CompletableFuture<Page<Long>> fetchLater(Integer pageSize, String cursor) {
            throw failure;
          }
        };
    Paged.of(source).publisher().subscribe(subscriber);

    subscriber.asked.request(1);

    assertThat(subscriber.failure).isSameAs(failure);
  }

  /** Thrown into the thread that completed the page before, it would end nothing. */
  @Test
  void anErrorOfTheSourceAfterAPageEndsTheSubscription() {
    CompletableFuture<Page<Long>> first = new CompletableFuture<>();
    AssertionError error = new AssertionError("no source");
    PageSource<Long> source =
        new Waiting(first) {
          @Override
          public CompletableFuture<Page<Long>> fetchLater(Integer pageSize, String cursor) {
            if (cursor != null) {
              throw error;
            }
            return super.fetchLater(pageSize, null);
          }
        };
    Paged.of(source).publisher().subscribe(subscriber);
    subscriber.asked.request(2);

    first.complete(new Page<>(List.of(1L), "2"));

    assertThat(subscriber.records).containsExactly(1L);
    assertThat(subscriber.failure).isSameAs(error);
  }

  /** Rule 1.9: a failure before the first page reaches the subscriber. */
  @Test
  void aCursorThatIsTooLongIsAnErrorOfTheSubscription() {
    Paged.of(numbers).from("1".repeat(8_193)).publisher().subscribe(subscriber);

    subscriber.asked.request(1);

    assertThat(subscriber.failure).isInstanceOf(DecodingException.class);
    assertThat(numbers.fetched).hasValue(0);
  }

  private static class Waiting implements PageSource<Long> {
    private final CompletableFuture<Page<Long>> page;

    Waiting(CompletableFuture<Page<Long>> page) {
      this.page = page;
    }

    @Override
    public Page<Long> fetch(Integer pageSize, String cursor) {
      return page.join();
    }

    @Override
    public CompletableFuture<Page<Long>> fetchLater(Integer pageSize, String cursor) {
      return page;
    }
  }

  private static final class Subscriber implements Flow.Subscriber<Long> {
    private final List<Long> records = new ArrayList<>();
    private Flow.Subscription asked;
    private Throwable failure;
    private boolean completed;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      asked = subscription;
    }

    @Override
    public void onNext(Long record) {
      records.add(record);
    }

    @Override
    public void onError(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public void onComplete() {
      completed = true;
    }
  }
}
