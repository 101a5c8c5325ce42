package visibuild.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.call.Answers;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Each call goes out with the narrowest token that serves it. */
class NarrowestTokenTest {
  private static final Project PROJECT = new Project("p1", null);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aReadThroughAWriteAccessCarriesATokenThatOnlyReads() {
    Answers.value(server.writeCalls().project("p1"));

    assertThat(server.scopes()).containsExactly("read");
  }

  @Test
  void aPostCarriesATokenThatWrites() {
    Answers.value(server.writeCalls().create(PROJECT));

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void aDeleteCarriesATokenThatWrites() {
    Answers.nothing(server.writeCalls().delete("p1"));

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void aPostThatIsTaggedAsAReadCarriesATokenThatOnlyReads() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    Answers.value(server.writeCalls().search(PROJECT, Scope.READ));

    assertThat(server.scopes()).containsExactly("read");
  }

  @Test
  void aTagThatNeedsMoreThanTheVerbCounts() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    Answers.value(server.writeCalls().search(PROJECT, Scope.READ_WRITE));

    assertThat(server.scopes()).containsExactly("read write");
  }

  @Test
  void readAccessTakesAPostThatIsTaggedAsARead() {
    server.calls(request -> Replies.json("{\"data\":{\"projects\":[]}}"));

    assertThat(Answers.value(server.readCalls().search(PROJECT, Scope.READ))).isEmpty();
  }

  @Test
  void readAccessRefusesAPostBeforeAnyRequest() {
    Calls calls = server.connect(Scope.READ_WRITE).readAccess().implement(Calls.class);

    assertThatThrownBy(() -> Answers.value(calls.create(PROJECT)))
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
    assertThatThrownBy(() -> Answers.value(server.readCalls().projectAs("p1", "Basic abc")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("sets the Authorization header itself")
        .hasMessageNotContaining("abc");
    assertThat(server.tokenRequests()).isEmpty();
    assertThat(server.calls()).isEmpty();
  }
}
