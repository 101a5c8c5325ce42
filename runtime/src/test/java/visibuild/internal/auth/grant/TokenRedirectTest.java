package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.AuthenticationException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** A redirect of the token endpoint would carry the secret elsewhere. */
class TokenRedirectTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final FakeVisibuild elsewhere = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void isNotFollowedToAnotherOrigin(int status) {
    server.tokens(request -> Replies.redirect(status, elsewhere.url("/oauth/token")));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining(status + ", a redirect, which is not followed");
    assertThat(elsewhere.tokenRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void isNotFollowedWithinTheOrigin(int status) {
    server.tokens(request -> Replies.redirect(status, server.url("/oauth/other")));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class);
    assertThat(server.calls()).isEmpty();
  }
}
