package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Call;
import retrofit2.http.GET;
import visibuild.AccessUsage;
import visibuild.AccessUsage.MethodCalls;
import visibuild.Attachments;
import visibuild.ClientAccess;
import visibuild.ClientNotPermittedException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.ProjectsApi;
import visibuild.client.ProjectsApiClient;
import visibuild.client.TicketsApi;
import visibuild.client.TicketsApiClient;
import visibuild.client.TicketsWriteApiClient;
import visibuild.client.WebhooksWriteApi;
import visibuild.client.WebhooksWriteApiClient;
import visibuild.policy.PolicyEnforcer;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Clients, usage and the policy enforcer of a running program, on the sandbox. */
@VisibuildSandboxTest
class AccessTest {
  private static final Path POLICY = Path.of("src/test/resources/policy/visibuild-policy.json");

  @TempDir private Path folder;

  @Test
  void connection_listsEachClientOnce(VisibuildSandbox sandbox) {
    try (Visibuild visibuild = connection(sandbox).build()) {
      ProjectsApiClient.create(visibuild.readAccess());
      ProjectsApiClient.create(visibuild.readAccess());
      TicketsWriteApiClient.create(visibuild.writeAccess());

      assertThat(visibuild.clients())
          .containsExactly(
              new ClientAccess("visibuild.client.ProjectsApiClient", Scope.READ),
              new ClientAccess("visibuild.client.TicketsWriteApiClient", Scope.READ_WRITE));
      assertThat(visibuild.clients().get(1))
          .hasToString("TicketsWriteApiClient has \"read write\"");
    }
  }

  @Test
  void clientThatNeverWrote_isReported(VisibuildSandbox sandbox) {
    AccessUsage usage = new AccessUsage();
    try (Visibuild visibuild = connection(sandbox).accessUsage(usage).build()) {
      ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
      TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
      TicketsWriteApiClient.create(visibuild.writeAccess());
      WebhooksWriteApi webhooks = WebhooksWriteApiClient.create(visibuild.writeAccess());
      projects.list().iterator().next();
      String ticket = tickets.list(null).iterator().next().id();
      assertThat(tickets.find(ticket)).isPresent();
      assertThat(tickets.find(ticket)).isPresent();
      assertThatThrownBy(() -> webhooks.delete("not-there")).isInstanceOf(RuntimeException.class);

      assertThat(usage.calls())
          .containsExactly(
              new MethodCalls("visibuild.client.ProjectsApiClient", "list", Scope.READ, 1),
              new MethodCalls("visibuild.client.TicketsApiClient", "find", Scope.READ, 2),
              new MethodCalls("visibuild.client.TicketsApiClient", "list", Scope.READ, 1),
              new MethodCalls(
                  "visibuild.client.WebhooksWriteApiClient", "delete", Scope.READ_WRITE, 1));
      assertThat(usage.unusedWriteAccess())
          .containsExactly("visibuild.client.TicketsWriteApiClient");
      assertThat(usage.toString())
          .contains("visibuild.client.TicketsWriteApiClient holds write access and was not called.")
          .doesNotContain("READ would do");
    }
  }

  /** Calls a hand-written interface, since no generated one reads only and may write. */
  @Test
  void writerThatOnlyRead_isReported(VisibuildSandbox sandbox) throws IOException {
    AccessUsage usage = new AccessUsage();
    try (Visibuild visibuild = connection(sandbox).accessUsage(usage).build()) {
      visibuild.writeAccess().implement(HandMade.Calls.class).projects().execute();

      assertThat(usage.toString())
          .contains(HandMade.NAME + " holds write access and never wrote in 1 calls: READ would");
    }
  }

  @Test
  void readClientOfWriteAccess_isListedAsRead(VisibuildSandbox sandbox) {
    AccessUsage usage = new AccessUsage();
    try (Visibuild visibuild = connection(sandbox).accessUsage(usage).build()) {
      ProjectsApiClient.create(visibuild.writeAccess());

      assertThat(visibuild.clients())
          .containsExactly(new ClientAccess("visibuild.client.ProjectsApiClient", Scope.READ));
      assertThat(usage.unusedWriteAccess()).isEmpty();
      assertThatThrownBy(
              () -> visibuild.readAccess().implement(HandMade.Calls.class, Scope.READ_WRITE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("make it from visibuild.writeAccess()");
    }
  }

  @Test
  void classThatImitatesAClient_isRefused(VisibuildSandbox sandbox) {
    try (Visibuild visibuild =
        connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(POLICY)).build()) {
      assertThatThrownBy(() -> visibuild.readAccess().implement(HandMade.Calls.class))
          .isInstanceOf(ClientNotPermittedException.class)
          .hasMessageContaining("describes visibuild.client.ProjectsApiClient");
    }
  }

  /** Looks like the generated client of an interface, and makes other calls. */
  private abstract static class HandMade implements ProjectsApi {
    private static final String NAME = "visibuild.integration.AccessTest$HandMade";

    interface Calls {
      @GET("api/core/v1/projects")
      Call<Void> projects();
    }
  }

  @Test
  void client_isLoggedOnce(VisibuildSandbox sandbox) {
    Logger logger = Logger.getLogger("visibuild.access");
    List<String> lines = new ArrayList<>();
    Handler handler = new Lines(lines);
    logger.addHandler(handler);
    try (Visibuild visibuild = connection(sandbox).accessUsage(new AccessUsage()).build()) {
      TicketsWriteApiClient.create(visibuild.writeAccess());
      TicketsWriteApiClient.create(visibuild.writeAccess());
      WebhooksWriteApiClient.create(visibuild.writeAccess());
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(lines)
        .contains(
            "visibuild.client.TicketsWriteApiClient may ask for \"read write\".",
            "visibuild.client.WebhooksWriteApiClient may ask for \"read write\".")
        .doesNotHaveDuplicates();
  }

  /** Records the log lines. */
  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void publish(LogRecord logged) {
      lines.add(new SimpleFormatter().formatMessage(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void permittedClient_isCreated(VisibuildSandbox sandbox) {
    try (Visibuild visibuild =
        connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(POLICY)).build()) {
      ProjectsApiClient.create(visibuild.readAccess());
      TicketsWriteApiClient.create(visibuild.writeAccess());

      assertThat(visibuild.clients()).hasSize(2);
    }
  }

  @Test
  void forbiddenClient_isRefusedBeforeItsFirstCall(VisibuildSandbox sandbox) throws IOException {
    Path policy = write("{\"version\": 1, \"highestScope\": \"READ\"}");
    try (Visibuild visibuild =
        connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(policy)).build()) {
      ProjectsApiClient.create(visibuild.readAccess());

      assertThatThrownBy(() -> TicketsWriteApiClient.create(visibuild.writeAccess()))
          .isInstanceOf(ClientNotPermittedException.class)
          .hasMessageStartingWith("visibuild.client.TicketsWriteApiClient is not permitted here.")
          .hasMessageContaining(
              "[scope-too-high] TicketsWriteApi.open (POST api/core/v1/tickets) needs READ_WRITE,"
                  + " and READ is the highest scope allowed");
      assertThat(visibuild.clients()).hasSize(1);
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void expiredApproval_isRefused(VisibuildSandbox sandbox) {
    Clock late = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (Visibuild visibuild =
        connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(POLICY, late)).build()) {
      assertThatThrownBy(() -> TicketsWriteApiClient.create(visibuild.writeAccess()))
          .hasMessageContaining("[approval-expired]");
    }
  }

  @Test
  void undescribedInterface_isRefused(VisibuildSandbox sandbox) {
    try (Visibuild visibuild =
        connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(POLICY)).build()) {
      assertThatThrownBy(() -> visibuild.readAccess().implement(Runnable.class))
          .isInstanceOf(ClientNotPermittedException.class)
          .hasMessageContaining("there is no META-INF/visibuild/java.lang.Runnable.json");
    }
  }

  @Test
  void forbiddenUpload_isRefused(VisibuildSandbox sandbox) throws IOException {
    Path never = write("{\"version\": 1, \"neverCall\": [\"POST api/core/v1/attachments\"]}");
    try (Visibuild permitted =
            connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(POLICY)).build();
        Visibuild forbidden =
            connection(sandbox).clientAuthorizer(PolicyEnforcer.ofFile(never)).build()) {
      Path file = Files.writeString(folder.resolve("note.txt"), "a note");
      assertThat(Attachments.upload(permitted.writeAccess(), file)).isNotBlank();

      assertThatThrownBy(() -> Attachments.upload(forbidden.writeAccess(), file))
          .isInstanceOf(ClientNotPermittedException.class)
          .hasMessageContaining("[path-forbidden]");
    }
  }

  @Test
  void unreadablePolicy_isAnIllegalArgument() throws IOException {
    Path policy = write("{\"version\": 1, \"mayRight\": []}");

    assertThatThrownBy(() -> PolicyEnforcer.ofFile(policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policy.json:1: the key \"mayRight\" is unknown");
  }

  private static Visibuild.Builder connection(VisibuildSandbox sandbox) {
    return Visibuild.builder()
        .baseUrl(sandbox.baseUrl())
        .credential(sandbox.clientCredentials(Scope.READ_WRITE));
  }

  private Path write(String policy) throws IOException {
    return Files.writeString(folder.resolve("policy.json"), policy);
  }
}
