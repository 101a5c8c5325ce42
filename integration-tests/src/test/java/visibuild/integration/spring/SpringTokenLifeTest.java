package visibuild.integration.spring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.ForbiddenException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.TokenEvent;
import visibuild.Visibuild;
import visibuild.client.NewTicket;
import visibuild.client.TicketPriority;
import visibuild.client.TicketsApi;
import visibuild.client.TicketsApiClient;
import visibuild.client.TicketsWriteApi;
import visibuild.client.TicketsWriteApiClient;

/** The life of tokens at an OAuth server that this project did not write. No test waits for it. */
@Tag("slow")
@Timeout(180)
class SpringTokenLifeTest {
  private static final NewTicket CRACK =
      new NewTicket("Crack", "p1", "By the lift", TicketPriority.HIGH, List.of());
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @TempDir private static Path folder;
  private static SpringVisibuild server;

  private final MovableClock clock = new MovableClock();
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  private final List<Visibuild> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws LifecycleException {
    server = new SpringVisibuild(folder);
  }

  @AfterAll
  static void stop() throws LifecycleException {
    server.close();
  }

  @BeforeEach
  void forget() {
    server.forgetCalls();
  }

  @AfterEach
  void disconnect() {
    opened.forEach(Visibuild::close);
  }

  /**
   * Four threads, 240 calls, a second apart by the program's clock: eight lives of half a minute at
   * least. By Spring's clock, which is the machine's, hardly any time passes, so none expires
   * there.
   */
  @Test
  void tokensOfHalfAMinuteAreRenewedUnderLoadAndNoCallFails() throws Exception {
    TicketsApi tickets =
        tickets(
            ClientCredentials.of(
                SecuritySettings.HASTY, SecuritySettings.HASTY_SECRET, Scope.READ));
    List<CompletableFuture<Void>> callers = new ArrayList<>();

    for (int caller = 0; caller < 4; caller++) {
      callers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 60; i++) {
                  clock.advance(Duration.ofSeconds(1));
                  assertThat(tickets.find("none")).isEmpty();
                }
              }));
    }
    for (CompletableFuture<Void> caller : callers) {
      caller.get(60, SECONDS);
    }

    assertThat(server.calls())
        .hasSize(240)
        .containsOnly(new SpringVisibuild.Call("GET", Set.of("read")));
    assertThat(server.tokenScopes()).hasSizeBetween(8, 18).containsOnly("read");
    assertThat(events).noneMatch(TokenEvent.Failed.class::isInstance);
  }

  @Test
  void secretThatIsRotatedWhileATokenServesFailsNoCall() throws Exception {
    AtomicReference<String> file = rotated("first");
    CountDownLatch renewed = new CountDownLatch(2);
    TicketsApi tickets = tickets(rotating(file), renewed);
    assertThat(tickets.find("none")).isEmpty();
    server.rotate(SecuritySettings.ROTATED, "second");
    file.set("second");

    // The token of Spring's usual five minutes is due, and served while the next is fetched.
    clock.advance(Duration.ofSeconds(260));
    assertThat(tickets.find("none")).isEmpty();

    assertThat(renewed.await(30, SECONDS)).isTrue();
    assertThat(tickets.find("none")).isEmpty();
    assertThat(server.tokenScopes()).as("the first, the refused, the second").hasSize(3);
    assertThat(events).noneMatch(TokenEvent.Failed.class::isInstance);
  }

  @Test
  void secretThatComesLaterThanItsRotationIsTakenOnceItIsThere() {
    AtomicReference<String> file = rotated("third");
    server.rotate(SecuritySettings.ROTATED, "fourth");
    TicketsApi tickets = tickets(rotating(file));
    assertThatThrownBy(() -> tickets.find("none"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("invalid_client");
    assertThatThrownBy(() -> tickets.find("none")).isInstanceOf(AuthenticationException.class);
    assertThat(server.tokenScopes()).as("asked once in the pause").hasSize(1);

    file.set("fourth");
    clock.advance(PAUSE);

    assertThat(tickets.find("none")).isEmpty();
  }

  @Test
  void tokenThatIsRevokedIsReplacedAndTheCallRepeated() throws Exception {
    TicketsApi tickets =
        tickets(
            ClientCredentials.of(
                SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ));
    assertThat(tickets.find("none")).isEmpty();
    String before = server.lastToken();

    revoke(before);
    assertThat(tickets.find("none")).isEmpty();

    assertThat(server.lastToken()).isNotEqualTo(before);
    assertThat(server.tokenScopes()).hasSize(2);
    awaitEvent(new TokenEvent.Rejected(Scope.READ));
  }

  @Test
  void revokedTokenWithoutReplacementGivesSpringsMessage() throws Exception {
    TicketsApi tickets =
        tickets(
            ClientCredentials.of(
                SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ));
    assertThat(tickets.find("none")).isEmpty();
    String token = server.lastToken();
    revoke(token);

    TicketsApi legacy = tickets(LegacyToken.of(token, Scope.READ));

    assertThatThrownBy(() -> legacy.find("none"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("The legacy token has expired or was revoked.");
  }

  @Test
  void scopeThatIsRefusedIsNotAskedForAgainAndReadsGoOn() {
    Visibuild pretender =
        connect(
            ClientCredentials.of(
                SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ_WRITE));
    TicketsWriteApi desk = TicketsWriteApiClient.create(pretender.writeAccess());

    assertThatThrownBy(() -> desk.open(CRACK)).isInstanceOf(ScopeNotGrantedException.class);
    assertThatThrownBy(() -> desk.open(CRACK)).isInstanceOf(ScopeNotGrantedException.class);
    assertThat(TicketsApiClient.create(pretender.readAccess()).find("none")).isEmpty();

    assertThat(server.tokenScopes()).containsExactly("read write", "read");
  }

  @Test
  void callThatSpringForbidsIsNotRepeatedAndReportsWhy() {
    TicketsApi tickets =
        tickets(
            ClientCredentials.of(
                SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ));
    assertThat(tickets.find("none")).isEmpty();
    Visibuild pretender = connect(LegacyToken.of(server.lastToken(), Scope.READ_WRITE));
    TicketsWriteApi desk = TicketsWriteApiClient.create(pretender.writeAccess());

    assertThatThrownBy(() -> desk.open(CRACK))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("higher privileges")
        .hasMessageContaining("\"read write\"");
    awaitEvent(new TokenEvent.ScopeDenied(Scope.READ_WRITE, Set.of("read", "write")));
  }

  private static AtomicReference<String> rotated(String secret) {
    server.rotate(SecuritySettings.ROTATED, secret);
    return new AtomicReference<>(secret);
  }

  private static ClientCredentials rotating(AtomicReference<String> file) {
    return ClientCredentials.of(SecuritySettings.ROTATED, file::get, Scope.READ);
  }

  private TicketsApi tickets(Credential credential) {
    return TicketsApiClient.create(connect(credential).readAccess());
  }

  private TicketsApi tickets(ClientCredentials credential, CountDownLatch renewed) {
    return TicketsApiClient.create(connect(credential, renewed).readAccess());
  }

  private Visibuild connect(Credential credential) {
    return connect(credential, new CountDownLatch(1));
  }

  private Visibuild connect(Credential credential, CountDownLatch renewed) {
    Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(server.origin())
            .credential(credential)
            .clock(clock)
            .tokenListener(
                event -> {
                  events.add(event);
                  if (event instanceof TokenEvent.Refreshed) {
                    renewed.countDown();
                  }
                })
            .build();
    opened.add(visibuild);
    return visibuild;
  }

  /** Waits until the listener has got {@code event}, which comes a little after its call. */
  private void awaitEvent(TokenEvent event) {
    while (!events.contains(event)) {
      // By the timeout of the test.
      assertThat(Thread.interrupted()).as("no %s came", event).isFalse();
      Thread.onSpinWait();
    }
  }

  /** By RFC 7009, with the JDK's own HTTP client. */
  private static void revoke(String token) throws IOException, InterruptedException {
    String form =
        "client_id=reader&token=%s&client_secret=%s"
            .formatted(
                token, URLEncoder.encode(SecuritySettings.READER_SECRET, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/oauth2/revoke"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
  }
}
