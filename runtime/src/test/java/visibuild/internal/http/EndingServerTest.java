package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/** A server that ends all tokens of a client, whatever their scope, when it issues one. */
@Tag("slow")
@Timeout(180)
class EndingServerTest {
  private static final ClientCredentials NARROWED =
      ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ_WRITE);
  private static final ClientCredentials READING =
      ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);
  private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final AtomicReference<String> valid = new AtomicReference<>("");
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void endOlderTokens() {
    server.tokens(
        request -> {
          MockResponse grant = server.grant(request);
          valid.set("Bearer token-" + server.tokenRequests().size());
          return grant;
        });
    server.calls(request -> isValid(request) ? Replies.json(Replies.PROJECT) : refusal());
  }

  @Test
  void withoutNarrowingAProgramReadsAndWritesWithOneToken() {
    Calls calls = calls(server.builder(NARROWED.withoutNarrowing()));

    readAndWrite(calls, 5);

    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(server.scopes()).hasSize(10).containsOnly("read write");
  }

  @Test
  void soDoesAFleetThatSharesItsTokens() {
    TokenStore store = TokenStore.inMemory();
    Calls one = calls(server.builder(NARROWED.withoutNarrowing()).tokenStore(store, KEY));
    Calls other = calls(server.builder(NARROWED.withoutNarrowing()).tokenStore(store, KEY));

    readAndWrite(one, 2);
    readAndWrite(other, 2);
    readAndWrite(one, 2);

    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void twoProgramsWithoutAStoreRevokeEachOther_theRemedyIsReportedOnce() {
    Calls one = reads(server.builder(READING));
    Calls other = reads(server.builder(READING));

    for (int i = 0; i < 4; i++) {
      ClientCalls.execute(one.project("p1"));
      ClientCalls.execute(other.project("p1"));
      // The successor of a rejected token is not dropped for ten seconds.
      server.clock.advance(Duration.ofSeconds(11));
    }

    Threads.await(
        () -> events.stream().filter(TokenEvent.RepeatedlyRevoked.class::isInstance).count() == 2);
    assertThat(scan.said())
        .filteredOn(line -> line.contains("share a TokenStore"))
        .as("one line for each program")
        .hasSize(2);
    assertThat(scan.said()).noneMatch(line -> line.contains("withoutNarrowing"));
  }

  @Test
  void tokenRevokedTwiceWithinTenSeconds_failureNamesTheRemedy() {
    Calls one = reads(server.builder(READING));
    Calls other = reads(server.builder(READING));
    ClientCalls.execute(one.project("p1"));
    ClientCalls.execute(other.project("p1"));
    ClientCalls.execute(one.project("p1"));
    ClientCalls.execute(other.project("p1"));

    assertThat(catchThrowable(() -> ClientCalls.execute(one.project("p1"))))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("the server seems to revoke older tokens")
        .hasMessageContaining("share a TokenStore");
    Threads.await(() -> events.contains(new TokenEvent.RepeatedlyRevoked(Scope.READ)));
  }

  /** Its tokens for reads and for writes revoke each other, and no store helps against that. */
  @Test
  void programThatRunsAlone_isAdvisedToUseTwoCredentialsAndNoWiderToken() {
    Calls calls = calls(server.builder(NARROWED));

    for (int i = 0; i < 4; i++) {
      readAndWrite(calls, 1);
      server.clock.advance(Duration.ofSeconds(11));
    }

    Threads.await(() -> events.stream().anyMatch(TokenEvent.RepeatedlyRevoked.class::isInstance));
    assertThat(scan.said())
        .filteredOn(line -> line.contains("in a row that were still valid"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("if this program is the only one")
                    .contains("use one credential for reads and another for writes")
                    .doesNotContain("withoutNarrowing"));
  }

  @Test
  void tokenRevokedOnce_isNotReported() {
    Calls calls = reads(server.builder(READING));
    ClientCalls.execute(calls.project("p1"));
    valid.set("");

    ClientCalls.execute(calls.project("p1"));

    assertThat(server.tokenRequests()).hasSize(2);
    assertThat(scan.said()).noneMatch(line -> line.contains("TokenStore"));
  }

  @Test
  void credentialsWithoutNarrowingSaySo() {
    assertThat(NARROWED.withoutNarrowing())
        .hasToString("ClientCredentials[id=an-id, scope=READ_WRITE, without narrowing]");
  }

  @Test
  void credentialsWithoutNarrowingThatOnlyReadDoNotWrite() {
    ClientCredentials reading =
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ);

    Calls calls =
        server.open(server.builder(reading.withoutNarrowing())).readAccess().implement(Calls.class);

    assertThat(catchThrowable(() -> ClientCalls.executeVoid(calls.delete("p1"))))
        .isInstanceOf(InsufficientScopeException.class);
    ClientCalls.execute(calls.project("p1"));
    assertThat(server.scopes()).containsExactly("read");
  }

  private void readAndWrite(Calls calls, int times) {
    for (int i = 0; i < times; i++) {
      ClientCalls.execute(calls.project("p1"));
      ClientCalls.execute(calls.create(new Project("p1", null)));
    }
  }

  private Calls reads(Visibuild.Builder builder) {
    return server
        .open(builder.tokenListener(event -> events.add(scan.watch(event))))
        .readAccess()
        .implement(Calls.class);
  }

  private Calls calls(Visibuild.Builder builder) {
    return server
        .open(builder.tokenListener(event -> events.add(scan.watch(event))))
        .writeAccess()
        .implement(Calls.class);
  }

  private boolean isValid(RecordedRequest request) {
    return valid.get().equals(request.getHeaders().get("Authorization"));
  }

  private static MockResponse refusal() {
    return Replies.refusedToken();
  }
}
