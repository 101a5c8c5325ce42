package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Faults;
import visibuild.fixture.FieldWalk;
import visibuild.fixture.RecordedLog;
import visibuild.fixture.Replies;
import visibuild.fixture.Shown;
import visibuild.fixture.Texts;

/** No secret in any text, field or serialized form, over all faults. */
@Tag("slow")
class NoSecretShownTest {
  private static final String TOKEN = Faults.TOKEN;
  private static final List<String> SECRETS = List.of(FakeVisibuild.CLIENT_SECRET, TOKEN);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final RecordedLog log = new RecordedLog("", Level.ALL);

  static List<Faults> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failureLogLinesAndEvents_showNoSecretInAnyWay(Faults fault) {
    server.tokens(fault.token());
    server.calls(fault.call());
    List<Object> events = new CopyOnWriteArrayList<>();
    Calls calls =
        server
            .open(
                server
                    .builder(ClientCredentials.of("an-id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                    .retries(1)
                    .maxWait(Duration.ZERO)
                    .tokenListener(events::add)
                    .callListener(events::add))
            .readAccess()
            .implement(Calls.class);

    Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

    assertThat(failure).isInstanceOf(VisibuildException.class);
    assertHidesSecrets(failure);
    assertThat(Texts.of(failure)).doesNotContain(SECRETS);
    assertThat(failure instanceof ApiException refusal ? refusal.body() : "")
        .doesNotContain(SECRETS)
        .doesNotContain(TOKEN.substring(0, 4));
    assertThat(events).isNotEmpty();
    events.forEach(NoSecretShownTest::assertHidesSecrets);
    assertThat(log.records())
        .as("the log of the HTTP libraries")
        .isNotEmpty()
        .extracting(new SimpleFormatter()::format)
        .noneMatch(text -> SECRETS.stream().anyMatch(text::contains));
  }

  private static void assertHidesSecrets(Object object) {
    assertThat(String.valueOf(object)).doesNotContain(SECRETS);
    assertThat(FieldWalk.find(object, SECRETS)).as("fields of %s", object).isEmpty();
    assertThat(Shown.json(object)).doesNotContain(SECRETS);
    assertThat(Shown.serialized(object)).doesNotContain(SECRETS);
  }

  @Test
  void noPublicObjectShowsASecret() {
    Visibuild visibuild = server.connect(Scope.READ_WRITE);
    ClientCredentials oauth =
        ClientCredentials.of("an-id", FakeVisibuild.CLIENT_SECRET, Scope.READ_WRITE);
    LegacyToken legacy = LegacyToken.of(TOKEN, Scope.READ, Instant.EPOCH);
    Calls calls = visibuild.writeAccess().implement(Calls.class);

    assertThat(
            Stream.of(
                    oauth,
                    legacy,
                    visibuild,
                    Visibuild.builder().credential(oauth),
                    visibuild.readAccess(),
                    visibuild.writeAccess(),
                    calls,
                    calls.project("p1"),
                    calls.project("p1").request(),
                    ClientCalls.call(calls.project("p1")),
                    ClientCalls.paged(calls::page))
                .map(Object::toString))
        .noneMatch(text -> SECRETS.stream().anyMatch(text::contains));
  }

  @Test
  void credentialsShowWhatIsNoSecret() {
    assertThat(ClientCredentials.of("an-id", "s", Scope.READ))
        .hasToString("ClientCredentials[id=an-id, scope=READ]");
    assertThat(LegacyToken.of("s", Scope.READ, Instant.EPOCH))
        .hasToString("LegacyToken[scope=READ, expiresAt=1970-01-01T00:00:00Z]");
  }

  @Test
  void aResponseThatTheUserHoldsShowsNoToken() throws Exception {
    server.tokens(request -> Replies.token(TOKEN, "read"));

    String text = ClientCalls.call(server.readCalls().project("p1")).execute().raw().toString();

    assertThat(text).doesNotContain(TOKEN);
  }
}
