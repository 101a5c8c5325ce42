package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.TokenEvent;

/** The threads that publish events if the executor takes no work. */
class TokenEventPublisherTest {
  private final List<TokenEvent> heard = new ArrayList<>();

  @Test
  void aThreadThatCannotBeStartedIsNoFailureOfWhoReports() {
    TokenEventPublisher reporter = new TokenEventPublisher(heard::add, new NoThreadAtFirst());

    reporter.publish(new TokenEvent.Requested(Scope.READ));
    reporter.publish(new TokenEvent.Requested(Scope.READ_WRITE));

    assertThat(heard).containsExactly(new TokenEvent.Requested(Scope.READ_WRITE));
  }

  private static final class NoThreadAtFirst implements Executor {
    private boolean failed;

    @Override
    public void execute(Runnable work) {
      if (!failed) {
        failed = true;
        throw new InternalError("no thread can be started");
      }
      work.run();
    }
  }
}
