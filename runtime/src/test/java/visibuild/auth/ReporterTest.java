package visibuild.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.TokenEvent;

/** Who tells a listener, where threads are short. */
class ReporterTest {
  private final List<TokenEvent> heard = new ArrayList<>();

  @Test
  void aThreadThatCannotBeStartedIsNoFailureOfWhoReports() {
    Reporter reporter = new Reporter(heard::add, new NoThreadAtFirst());

    reporter.report(new TokenEvent.Requested(Scope.READ));
    reporter.report(new TokenEvent.Requested(Scope.READ_WRITE));

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
