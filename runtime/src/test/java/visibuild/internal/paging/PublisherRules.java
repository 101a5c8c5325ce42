package visibuild.internal.paging;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.Test;

/** The rules of Reactive Streams, asked of the publisher; run by {@link PublisherRulesTest}. */
abstract class PublisherRules extends FlowPublisherVerification<Long> {
  private static final long TIMEOUT_MILLIS = 3_000;
  private static final long SILENCE_MILLIS = 50;
  private static final int ATTEMPTS = 10;

  private final Executor executor;

  PublisherRules(Executor executor) {
    super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
    this.executor = executor;
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    return new RecordPublisher<>(new Numbers(elements, executor), null, null, Long.MAX_VALUE);
  }

  /**
   * The rule as it stands, but not at the first try alone: it gives the collector a tenth of a
   * second, which a busy machine may have no use of.
   */
  @Override
  @Test
  public void
      required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
          throws Throwable {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        super
            .required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber();
        return;
      } catch (AssertionError tooSoon) {
        // Once more; the last time it counts.
      }
    }
    super.required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber();
  }

  /** None: it fails when records are asked for, and those rules want a failure before that. */
  @Override
  public Flow.@Nullable Publisher<Long> createFailedFlowPublisher() {
    return null;
  }
}
