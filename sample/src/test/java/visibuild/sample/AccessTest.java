package visibuild.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.AccessUsage;
import visibuild.AccessUsage.MethodCalls;
import visibuild.Attachments;
import visibuild.ClientAccess;
import visibuild.ClientRefusedException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildBuilder;
import visibuild.guard.PolicyGuard;
import visibuild.sample.api.ProjectsApi;
import visibuild.sample.api.ProjectsApiClient;
import visibuild.sample.api.TicketDeskApiClient;
import visibuild.sample.api.TicketsApi;
import visibuild.sample.api.TicketsApiClient;
import visibuild.sample.api.WebhookSettingsApi;
import visibuild.sample.api.WebhookSettingsApiClient;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** What a running program tells of its access, and what its guard lets it have. */
@VisibuildSandboxTest
class AccessTest {
  private static final Path POLICY = Path.of("visibuild-policy.json");

  @TempDir private Path folder;

  @Test
  void theConnectionKnowsItsClientsEachOnce(VisibuildSandbox sandbox) {
    try (Visibuild visibuild = connection(sandbox).build()) {
      ProjectsApiClient.create(visibuild.readAccess());
      ProjectsApiClient.create(visibuild.readAccess());
      TicketDeskApiClient.create(visibuild.writeAccess());

      assertThat(visibuild.clients())
          .containsExactly(
              new ClientAccess("visibuild.sample.api.ProjectsApiClient", Scope.READ),
              new ClientAccess("visibuild.sample.api.TicketDeskApiClient", Scope.READ_WRITE));
      assertThat(visibuild.clients().get(1)).hasToString("TicketDeskApiClient has \"read write\"");
    }
  }

  @Test
  void clientsThatNeverWroteAreToldOf(VisibuildSandbox sandbox) {
    AccessUsage usage = new AccessUsage();
    try (Visibuild visibuild = connection(sandbox).accessUsage(usage).build()) {
      ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
      TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
      WebhookSettingsApi webhooks = WebhookSettingsApiClient.create(visibuild.writeAccess());
      projects.list().iterator().next();
      String ticket = tickets.list(null).iterator().next().id();
      assertThat(tickets.find(ticket)).isPresent();
      assertThat(tickets.find(ticket)).isPresent();
      assertThatThrownBy(() -> webhooks.delete("not-there")).isInstanceOf(RuntimeException.class);

      assertThat(usage.calls())
          .containsExactly(
              new MethodCalls("visibuild.sample.api.ProjectsApiClient", "list", Scope.READ, 1),
              new MethodCalls("visibuild.sample.api.TicketsApiClient", "find", Scope.READ, 2),
              new MethodCalls("visibuild.sample.api.TicketsApiClient", "list", Scope.READ, 1),
              new MethodCalls(
                  "visibuild.sample.api.WebhookSettingsApiClient", "delete", Scope.READ_WRITE, 1));
      assertThat(usage.neverWrote()).containsExactly("visibuild.sample.api.TicketsApiClient");
      assertThat(usage.toString())
          .contains(
              "visibuild.sample.api.TicketsApiClient holds write access and never wrote in 3 calls:"
                  + " READ would do.");
    }
  }

  @Test
  void theGuardLetsPassWhatThePolicyPermits(VisibuildSandbox sandbox) {
    try (Visibuild visibuild =
        connection(sandbox).clientGuard(PolicyGuard.ofFile(POLICY)).build()) {
      ProjectsApiClient.create(visibuild.readAccess());
      TicketDeskApiClient.create(visibuild.writeAccess());

      assertThat(visibuild.clients()).hasSize(2);
    }
  }

  @Test
  void theGuardRefusesAClientBeforeItsFirstCall(VisibuildSandbox sandbox) throws IOException {
    Path policy = write("{\"version\": 1, \"highestScope\": \"READ\"}");
    try (Visibuild visibuild =
        connection(sandbox).clientGuard(PolicyGuard.ofFile(policy)).build()) {
      ProjectsApiClient.create(visibuild.readAccess());

      assertThatThrownBy(() -> TicketDeskApiClient.create(visibuild.writeAccess()))
          .isInstanceOf(ClientRefusedException.class)
          .hasMessageStartingWith(
              "visibuild.sample.api.TicketDeskApiClient is not permitted here.\n"
                  + "[scope-too-high] TicketDeskApi.open (POST api/core/v1/tickets) needs"
                  + " READ_WRITE, and READ is the highest scope allowed");
      assertThat(visibuild.clients()).hasSize(1);
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void anApprovalCountsOnTheDayOnWhichTheClientIsMade(VisibuildSandbox sandbox) {
    Clock late = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (Visibuild visibuild =
        connection(sandbox).clientGuard(PolicyGuard.ofFile(POLICY, late)).build()) {
      assertThatThrownBy(() -> TicketDeskApiClient.create(visibuild.writeAccess()))
          .hasMessageContaining("[approval-expired]");
    }
  }

  @Test
  void theGuardRefusesWhatItKnowsNothingOf(VisibuildSandbox sandbox) {
    try (Visibuild visibuild =
        connection(sandbox).clientGuard(PolicyGuard.ofFile(POLICY)).build()) {
      assertThatThrownBy(() -> visibuild.readAccess().implement(Runnable.class))
          .isInstanceOf(ClientRefusedException.class)
          .hasMessageContaining("there is no META-INF/visibuild/java.lang.Runnable.json");
    }
  }

  @Test
  void uploadsAreHeldToTheScopeAndThePathsOfThePolicy(VisibuildSandbox sandbox) throws IOException {
    Path never = write("{\"version\": 1, \"neverCall\": [\"POST api/core/v1/attachments\"]}");
    try (Visibuild permitted = connection(sandbox).clientGuard(PolicyGuard.ofFile(POLICY)).build();
        Visibuild forbidden = connection(sandbox).clientGuard(PolicyGuard.ofFile(never)).build()) {
      Path file = Files.writeString(folder.resolve("note.txt"), "a note");
      assertThat(Attachments.upload(permitted.writeAccess(), file)).isNotBlank();

      assertThatThrownBy(() -> Attachments.upload(forbidden.writeAccess(), file))
          .isInstanceOf(ClientRefusedException.class)
          .hasMessageContaining("[path-forbidden]");
    }
  }

  @Test
  void aPolicyThatCannotBeReadIsAMistakeInTheSettings() throws IOException {
    Path policy = write("{\"version\": 1, \"mayRight\": []}");

    assertThatThrownBy(() -> PolicyGuard.ofFile(policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policy.json:1: the key \"mayRight\" is unknown");
  }

  private static VisibuildBuilder connection(VisibuildSandbox sandbox) {
    return Visibuild.builder()
        .baseUrl(sandbox.baseUrl())
        .credential(sandbox.clientCredentials(Scope.READ_WRITE));
  }

  private Path write(String policy) throws IOException {
    return Files.writeString(folder.resolve("policy.json"), policy);
  }
}
