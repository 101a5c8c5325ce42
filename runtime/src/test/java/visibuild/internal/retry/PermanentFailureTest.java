package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Failures without a response that another attempt cannot mend. */
class PermanentFailureTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void redirectsWithoutEnd_areFollowedOnce() {
    server.calls(Replies.redirect(302, "/login"));

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the server redirects without end");
    assertThat(server.calls()).hasSize(21);
  }

  @Test
  void proxyLoginWithoutAProxy_isAskedForOnce() {
    server.calls(Replies.empty(407));

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("requires a proxy login (407)");
    assertThat(server.calls()).hasSize(1);
  }

  private Calls calls() {
    return server
        .open(
            server
                .builder(
                    ClientCredentials.of(
                        FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .retries(3))
        .readAccess()
        .implement(Calls.class);
  }
}
