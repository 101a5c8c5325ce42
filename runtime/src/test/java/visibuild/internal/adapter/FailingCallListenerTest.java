package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.CallEvent;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** An {@link Error} of a call listener ends the call, also in the background. */
@Timeout(60)
class FailingCallListenerTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @CsvSource({"AttemptStarted, 200", "Ended, 200", "AttemptStarted, 404", "Ended, 404"})
  void errorOfTheListener_endsTheCall(String event, int status) {
    Error error = new OutOfMemoryError("A listener that has no memory left.");
    server.calls(Replies.json(status, Replies.PROJECT));
    Calls calls =
        server
            .open(
                server
                    .builder(
                        ClientCredentials.of(
                            FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ))
                    .callListener(published -> throwAt(event, published, error)))
            .readAccess()
            .implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1"))).isSameAs(error);
    assertThatThrownBy(() -> ClientCalls.async(calls.project("p1")).get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(error);
  }

  private static void throwAt(String name, CallEvent published, Error error) {
    if (published.getClass().getSimpleName().equals(name)) {
      throw error;
    }
  }
}
