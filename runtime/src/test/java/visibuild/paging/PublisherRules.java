package visibuild.paging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import visibuild.ConnectionException;
import visibuild.Page;
import visibuild.PageSource;

/** The rules of Reactive Streams, asked of the publisher; run by {@link PublisherRulesTest}. */
abstract class PublisherRules extends FlowPublisherVerification<Long> {
  private static final long TIMEOUT_MILLIS = 1000;
  private static final long SILENCE_MILLIS = 50;

  private final Executor executor;

  PublisherRules(Executor executor) {
    super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
    this.executor = executor;
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    return new RecordPublisher<>(new Numbers(elements, executor), null, null, Long.MAX_VALUE);
  }

  @Override
  public Flow.Publisher<Long> createFailedFlowPublisher() {
    return new RecordPublisher<>(new Broken(), null, null, Long.MAX_VALUE);
  }

  private static final class Broken implements PageSource<Long> {
    @Override
    public Page<Long> fetch(@Nullable Integer pageSize, @Nullable String cursor) {
      throw new ConnectionException("broken", null);
    }

    @Override
    public CompletableFuture<Page<Long>> fetchLater(
        @Nullable Integer pageSize, @Nullable String cursor) {
      return CompletableFuture.failedFuture(new ConnectionException("broken", null));
    }
  }
}
