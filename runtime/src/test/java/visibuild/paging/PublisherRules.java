package visibuild.paging;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

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

  /** None: it fails when records are asked for, and those rules want a failure before that. */
  @Override
  public Flow.@Nullable Publisher<Long> createFailedFlowPublisher() {
    return null;
  }
}
