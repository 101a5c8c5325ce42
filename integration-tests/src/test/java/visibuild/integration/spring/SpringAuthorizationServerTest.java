package visibuild.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.AuthenticationException;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.ForbiddenException;
import visibuild.InsufficientScopeException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.Visibuild;
import visibuild.client.NewTicket;
import visibuild.client.Ticket;
import visibuild.client.TicketPriority;
import visibuild.client.TicketsApi;
import visibuild.client.TicketsApiClient;
import visibuild.client.TicketsWriteApi;
import visibuild.client.TicketsWriteApiClient;
import visibuild.integration.spring.SpringVisibuild.Call;

@Tag("slow")
class SpringAuthorizationServerTest {
  private static final NewTicket CRACK =
      new NewTicket("Crack", "p1", "By the lift", TicketPriority.HIGH, List.of());

  @TempDir private static Path folder;
  private static SpringVisibuild server;
  private Visibuild visibuild;

  @BeforeAll
  static void start() throws LifecycleException {
    server = new SpringVisibuild(folder);
  }

  @AfterAll
  static void stop() throws LifecycleException {
    server.close();
  }

  @BeforeEach
  void connect() {
    server.forgetCalls();
    visibuild = connect(SecuritySettings.WRITER, SecuritySettings.WRITER_SECRET, Scope.READ_WRITE);
  }

  @AfterEach
  void disconnect() {
    visibuild.close();
  }

  @Test
  void whatIsWrittenCanBeRead() {
    TicketsWriteApi desk = TicketsWriteApiClient.create(visibuild.writeAccess());
    TicketsApi tickets = TicketsApiClient.create(visibuild.readAccess());

    Ticket opened = desk.open(CRACK);

    assertThat(opened.title()).isEqualTo("Crack");
    assertThat(tickets.find(opened.id())).contains(opened);
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(TicketsApiClient.create(visibuild.readAccess()).find("none")).isEmpty();
  }

  @Test
  void pagesAreReadToTheLast() {
    TicketsWriteApi desk = TicketsWriteApiClient.create(visibuild.writeAccess());
    List<Ticket> opened = List.of(desk.open(CRACK), desk.open(CRACK), desk.open(CRACK));

    assertThat(TicketsApiClient.create(visibuild.readAccess()).list(null))
        .containsSubsequence(opened);
    assertThat(server.calls().stream().filter(call -> call.method().equals("GET")))
        .hasSizeGreaterThan(1);
  }

  @Test
  void writeAsksForBothScopesAndCarriesBoth() {
    TicketsWriteApiClient.create(visibuild.writeAccess()).open(CRACK);

    assertThat(server.tokenScopes()).containsExactly("read write");
    assertThat(server.calls()).containsExactly(new Call("POST", Set.of("read", "write")));
  }

  @Test
  void readThroughWriteAccessCarriesATokenThatOnlyReads() {
    TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());

    assertThat(tickets.find("none")).isEmpty();

    assertThat(server.tokenScopes()).containsExactly("read");
    assertThat(server.calls()).containsExactly(new Call("GET", Set.of("read")));
  }

  @Test
  void tokenServesManyCalls() {
    TicketsApi tickets = TicketsApiClient.create(visibuild.readAccess());

    assertThat(tickets.find("none")).isEmpty();
    assertThat(tickets.find("none")).isEmpty();

    assertThat(server.calls()).hasSize(2);
    assertThat(server.tokenScopes()).hasSize(1);
  }

  @Test
  void credentialThatOnlyReadsIsRefusedWriteAccessWithoutARequest() {
    try (Visibuild reader =
        connect(SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ)) {
      assertThatThrownBy(reader::writeAccess).isInstanceOf(InsufficientScopeException.class);
    }
    assertThat(server.tokenScopes()).isEmpty();
  }

  @Test
  void credentialThatWasDeclaredTooWideIsNotGrantedTheScope() {
    try (Visibuild pretender =
        connect(SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ_WRITE)) {
      TicketsWriteApi desk = TicketsWriteApiClient.create(pretender.writeAccess());

      assertThatThrownBy(() -> desk.open(CRACK)).isInstanceOf(ScopeNotGrantedException.class);
    }
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void credentialThatWasDeclaredTooWideStillReads() {
    try (Visibuild pretender =
        connect(SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ_WRITE)) {
      assertThat(TicketsApiClient.create(pretender.readAccess()).find("none")).isEmpty();
    }
  }

  @Test
  void wrongSecretIsRefusedWithoutBeingShown() {
    try (Visibuild stranger = connect(SecuritySettings.READER, "s3cr3t", Scope.READ)) {
      TicketsApi tickets = TicketsApiClient.create(stranger.readAccess());

      assertThatThrownBy(() -> tickets.find("none"))
          .isInstanceOf(AuthenticationException.class)
          .message()
          .contains("invalid_client")
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void secretWithEveryKindOfCharacterArrivesAsItIs() {
    assertThat(SecuritySettings.READER_SECRET).isEqualTo("+ % & = : / space é");
    try (Visibuild reader =
        connect(SecuritySettings.READER, SecuritySettings.READER_SECRET, Scope.READ)) {
      assertThat(TicketsApiClient.create(reader.readAccess()).find("none")).isEmpty();
    }
  }

  @Test
  void writeThatTheServerForbidsReportsWhichScopeItNeeded() throws Exception {
    try (Visibuild pretender = connect(LegacyToken.of(tokenThatOnlyReads(), Scope.READ_WRITE))) {
      TicketsWriteApi desk = TicketsWriteApiClient.create(pretender.writeAccess());

      assertThatThrownBy(() -> desk.open(CRACK))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("read write");
    }
  }

  @Test
  void tokenThatTheServerDoesNotKnowIsRefused() {
    try (Visibuild stranger = connect(LegacyToken.of("no-token", Scope.READ))) {
      TicketsApi tickets = TicketsApiClient.create(stranger.readAccess());

      assertThatThrownBy(() -> tickets.find("none")).isInstanceOf(AuthenticationException.class);
    }
  }

  /** Fetched with the JDK's own HTTP client. */
  private String tokenThatOnlyReads() throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&scope=read&client_id=reader&client_secret="
            + URLEncoder.encode(SecuritySettings.READER_SECRET, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String reply =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(reply).get("access_token").asText();
  }

  private Visibuild connect(String id, String secret, Scope declared) {
    return connect(ClientCredentials.of(id, secret, declared));
  }

  private Visibuild connect(Credential credential) {
    return Visibuild.builder().baseUrl(server.origin()).credential(credential).build();
  }
}
