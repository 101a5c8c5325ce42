package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The scope that was granted against the one that was asked for, as sets. */
class GrantedScopeTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @ValueSource(strings = {"read write", "write read", " read  write ", "admin write read"})
  void aGrantOfAtLeastWhatWasAskedServes(String granted) {
    server.tokens(request -> Replies.token("token-1", granted));

    write();

    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "write", "", "readwrite", "READ WRITE", "read,write"})
  void aGrantOfLessIsRefusedBeforeTheCall(String granted) {
    server.tokens(request -> Replies.token("token-1", granted));

    assertThatThrownBy(this::write).isInstanceOf(ScopeNotGrantedException.class);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void theRefusalReportsWhatWasAskedAndWhatWasGranted() {
    server.tokens(request -> Replies.token("token-1", "read"));

    ScopeNotGrantedException refusal =
        catchThrowableOfType(ScopeNotGrantedException.class, this::write);

    assertThat(refusal.requested()).isEqualTo(Scope.READ_WRITE);
    assertThat(refusal.granted()).containsExactly("read");
    assertThat(refusal)
        .hasMessageContainingAll(
            "\"read write\"", "credential, but \"read\" alone, so that \"write\" is missing;");
  }

  @Test
  void aGrantThatDoesNotSayItsScopeIsWhatWasAsked() {
    server.tokens(request -> Replies.tokenWith(""));

    write();

    assertThat(server.authorizations()).containsExactly("Bearer token-1");
  }

  @Test
  void aRefusedScopeIsNotAskedForAgainWithoutScope() {
    server.tokens(request -> Replies.json(400, "{\"error\":\"invalid_scope\"}"));

    assertThatThrownBy(this::write).isInstanceOf(ScopeNotGrantedException.class);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  private void write() {
    ClientCalls.executeVoid(server.writeCalls().delete("p1"));
  }
}
