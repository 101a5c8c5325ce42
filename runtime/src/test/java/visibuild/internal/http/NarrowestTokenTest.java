package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SearchApiClient;

/** Each call goes out with the narrowest token that serves it. */
class NarrowestTokenTest {
  private static final Project PROJECT = new Project("p1", null);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aReadThroughAWriteAccessCarriesATokenThatOnlyReads() {
    ClientCalls.execute(server.writeCalls().project("p1"));

    assertThat(server.scopes()).containsExactly("read");
  }

  @Test
  void aPostCarriesATokenThatWrites() {
    ClientCalls.execute(server.writeCalls().create(PROJECT));

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void aDeleteCarriesATokenThatWrites() {
    ClientCalls.executeVoid(server.writeCalls().delete("p1"));

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void declaredReadByPost_carriesATokenThatOnlyReads() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    new SearchApiClient(server.connect(Scope.READ_WRITE).writeAccess()).search(PROJECT);

    assertThat(server.scopes()).containsExactly("read");
  }

  @Test
  void declaredWriteByGet_carriesATokenThatWrites() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    new SearchApiClient(server.connect(Scope.READ_WRITE).writeAccess()).touch();

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void readAccess_sendsADeclaredReadByPost() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    SearchApiClient client = new SearchApiClient(server.connect(Scope.READ).readAccess());

    assertThat(client.search(PROJECT)).isEmpty();
  }

  @Test
  void readAccessRefusesAPostBeforeAnyRequest() {
    Calls calls = server.connect(Scope.READ_WRITE).readAccess().implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.create(PROJECT)))
        .isInstanceOfSatisfying(
            InsufficientScopeException.class,
            refusal -> {
              assertThat(refusal.required()).isEqualTo(Scope.READ_WRITE);
              assertThat(refusal.held()).isEqualTo(Scope.READ);
            })
        .hasMessageStartingWith("POST api/core/v1/projects is refused before it is sent")
        .hasMessageEndingWith("make the client from writeAccess(), which the credential gives.");
    assertThat(server.tokenRequests()).isEmpty();
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void theUsersOwnAuthorizationHeaderIsRefusedBeforeAnyRequest() {
    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().projectAs("p1", "Basic abc")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("sets the Authorization header itself")
        .hasMessageNotContaining("abc");
    assertThat(server.tokenRequests()).isEmpty();
    assertThat(server.calls()).isEmpty();
  }
}
