package visibuild.call;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The same failure is the same exception, whatever a method returns and whoever wrote it. */
@Tag("slow")
class SameFailuresTest {
  private static final MockResponse HANGS_UP =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @EnumSource
  void aBrokenConnection(CallKind kind) {
    server.calls(HANGS_UP);

    assertThatThrownBy(() -> kind.use(raw()))
        .isExactlyInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("GET api/core/v1/projects got no response from ");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedCredential(CallKind kind) {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> kind.use(raw())).isExactlyInstanceOf(AuthenticationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedToken(CallKind kind) {
    server.calls(Replies.refusedToken());

    assertThatThrownBy(() -> kind.use(raw()))
        .isExactlyInstanceOf(AuthenticationException.class)
        .hasMessageStartingWith("GET api/core/v1/projects failed with status 401");
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatCannotBeRead(CallKind kind) {
    server.calls(Replies.json("{}"));

    if (CallKind.UNDECODED.contains(kind)) {
      assertThatCode(() -> kind.use(raw())).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> kind.use(raw()))
          .isExactlyInstanceOf(DecodingException.class)
          .hasMessageMatching(
              "GET api/core/v1/projects: The response is not in Visibuild's envelope: it has no member"
                  + " \"data\" \\[Raw\\.[a-zA-Z]+]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheServers(CallKind kind) {
    server.calls(Replies.empty(429));

    if (CallKind.OF_RESPONSES.contains(kind)) {
      assertThatCode(() -> kind.use(raw())).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> kind.use(raw()))
          .isExactlyInstanceOf(RateLimitedException.class)
          .hasMessageStartingWith("GET api/core/v1/projects failed with status 429");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedConnection(CallKind kind) {
    Visibuild visibuild = server.connect(Scope.READ);
    CallKind.Raw raw = visibuild.readAccess().implement(CallKind.Raw.class);
    visibuild.close();

    assertThatThrownBy(() -> kind.use(raw))
        .isExactlyInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("This Visibuild is closed;");
  }

  private CallKind.Raw raw() {
    return server.connect(Scope.READ).readAccess().implement(CallKind.Raw.class);
  }
}
