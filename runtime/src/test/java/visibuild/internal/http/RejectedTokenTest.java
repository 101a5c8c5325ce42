package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A 401 of the API: one more try with another token, and no more. */
class RejectedTokenTest {
  private static final MockResponse REFUSED = Replies.refusedToken();
  private static final MockResponse OK = Replies.json(Replies.PROJECT);
  private static final String FIRST = "Bearer token-1";
  private static final String SECOND = "Bearer token-2";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void theCallIsRepeatedWithANewToken() {
    server.calls(REFUSED, OK);

    Project project = ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(project).isEqualTo(new Project("p1", "Tower"));
    assertThat(server.authorizations()).containsExactly(FIRST, SECOND);
  }

  @Test
  void aWriteIsRepeatedWithItsBody() {
    server.calls(REFUSED, OK);

    ClientCalls.execute(server.writeCalls().create(new Project("p1", null)));

    assertThat(server.calls())
        .extracting(call -> call.getBody().utf8())
        .containsExactly("{\"id\":\"p1\"}", "{\"id\":\"p1\"}");
  }

  @Test
  void theNewTokenServesLaterCallsToo() {
    server.calls(REFUSED, OK);
    Calls calls = server.readCalls();
    ClientCalls.execute(calls.project("p1"));

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).containsExactly(FIRST, SECOND, SECOND);
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void theTokenOfTheOtherScopeStays() {
    Calls calls = server.writeCalls();
    ClientCalls.execute(calls.project("p1"));
    server.calls(REFUSED, Replies.empty(204), OK);
    ClientCalls.executeVoid(calls.delete("p1"));

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).containsExactly(FIRST, SECOND, "Bearer token-3", FIRST);
  }

  @Test
  void aTokenThatWasReplacedMeanwhileIsNotAskedForAgain() {
    Calls calls = server.readCalls();
    ClientCalls.execute(calls.project("p1"));
    // While the outer call is on its way with token-1, another is refused and brings token-2.
    server.calls(
        outer -> {
          server.calls(REFUSED, OK);
          ClientCalls.execute(calls.project("p2"));
          server.calls(OK);
          return REFUSED;
        });

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.authorizations()).containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND);
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void aSecondRefusalIsAnAuthenticationFailure() {
    server.calls(REFUSED);

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessage(
            "GET api/core/v1/projects/{id} failed with status 401 (The access token expired). A fresh token"
                + " was rejected too; check that the client credentials were not revoked in"
                + " Visibuild, and that they belong to this region.");
  }

  @Test
  void aSecondRefusalIsTheLastTry() {
    server.calls(REFUSED);

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class);
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void manyRefusalsOfFreshTokensDoNotAskForManyTokens() {
    server.calls(REFUSED);
    Calls calls = server.readCalls();

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(AuthenticationException.class);
    }

    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void aBodyThatCanBeSentOnceIsSentOnce() {
    server.calls(REFUSED, OK);

    assertThatThrownBy(() -> ClientCalls.execute(server.writeCalls().send(oneShot())))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("its body can be sent only once; make the call again")
        .hasMessageNotContaining("A fresh token was rejected too");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void afterABodyThatCanBeSentOnceTheNextCallHasANewToken() {
    server.calls(REFUSED, OK);
    Calls calls = server.writeCalls();
    assertThatThrownBy(() -> ClientCalls.execute(calls.send(oneShot())))
        .isInstanceOf(AuthenticationException.class);

    ClientCalls.execute(calls.send(oneShot()));

    assertThat(server.authorizations()).isEqualTo(List.of(FIRST, SECOND));
  }

  @Test
  void theRefusalContainsTheServersText() {
    server.calls(REFUSED.newBuilder().setHeader("X-Request-Id", "request-7").build());
    Calls calls = server.readCalls();

    AuthenticationException refusal =
        catchThrowableOfType(
            AuthenticationException.class, () -> ClientCalls.execute(calls.project("p1")));

    assertThat(refusal)
        .hasMessageStartingWith("GET api/core/v1/projects/{id} failed with status 401");
    assertThat(refusal.errorResponse())
        .hasValueSatisfying(
            reply -> {
              assertThat(reply.status()).isEqualTo(401);
              assertThat(reply.requestId()).contains("request-7");
              assertThat(reply.path()).isEqualTo("api/core/v1/projects/{id}");
            });
  }

  private static RequestBody oneShot() {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.get("application/json");
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeString("{\"id\":\"p1\"}", StandardCharsets.UTF_8);
      }
    };
  }
}
