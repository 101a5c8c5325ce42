package visibuild.sample.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.NotFoundException;
import visibuild.ReadAccess;
import visibuild.Region;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.WriteAccess;
import visibuild.sample.api.WebhooksApiClient;
import visibuild.sample.readme.ReadsApi.VisiQuery;
import visibuild.sample.readme.SwitchApi.Enabled;
import visibuild.sample.records.Project;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** What the README shows of a program. */
@VisibuildSandboxTest
class StepsTest {
  /** What would go to Visibuild itself is compiled, and not run. */
  static void list() {
    try (Visibuild visibuild =
        Visibuild.builder().region(Region.APAC).credential(Credential.fromEnvironment()).build()) {
      ProjectsApi projects =
          ProjectsApiClient.create(visibuild.readAccess()); // written by the compiler
      for (Project project : projects.list()) {
        System.out.println(project.name());
      }
    }
  }

  static void create(String id, String secret, String projectId) {
    try (Visibuild visibuild =
        Visibuild.builder()
            .region(Region.APAC)
            .credential(ClientCredentials.of(id, secret, Scope.READ_WRITE))
            .build()) {
      TicketsApi tickets = TicketsApiClient.create(visibuild.writeAccess());
      Ticket ticket = tickets.create(new NewTicket("Cracked tile", projectId, null));
      System.out.println("Opened " + ticket.id());
    }
  }

  @Test
  void withoutACredentialItSaysWhichVariableIsMissing() {
    assumeThat(System.getenv().keySet()).noneMatch(name -> name.startsWith("VISIBUILD_"));

    assertThatThrownBy(StepsTest::list)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VISIBUILD_");
  }

  @Test
  void aTicketIsCreatedFoundAndListed(ReadAccess reads, WriteAccess writes) {
    String projectId = ProjectsApiClient.create(reads).list().iterator().next().id();
    TicketsApi tickets = TicketsApiClient.create(writes);

    Ticket ticket = tickets.create(new NewTicket("Cracked tile", projectId, null));

    assertThat(ticket.status()).isEqualTo(TicketStatus.PENDING);
    assertThat(tickets.find(ticket.id())).contains(ticket);
    assertThat(tickets.ofProject(projectId)).contains(ticket);
  }

  @Test
  void aSearchIsAPostWithATokenThatOnlyReads(VisibuildSandbox sandbox, ReadAccess access) {
    ReadsApi reads = ReadsApiClient.create(sandbox.visibuild(Scope.READ_WRITE).readAccess());

    // The sandbox has no search; what counts is what it was asked with.
    assertThatThrownBy(() -> reads.search(new VisiQuery("crack")))
        .isInstanceOf(NotFoundException.class);

    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
  }

  @Test
  void aPhotoIsCopiedAsItComes(ReadAccess access, @TempDir Path folder) {
    ReadsApi tickets = ReadsApiClient.create(access);

    // The sandbox has no photos to read.
    assertThatThrownBy(() -> copy(tickets, "t1", folder.resolve("photo.jpg")))
        .isInstanceOf(NotFoundException.class);
  }

  private static void copy(ReadsApi tickets, String id, Path file) throws IOException {
    try (ResponseBody photo = tickets.photo(id)) {
      Files.copy(photo.byteStream(), file);
    }
  }

  @Test
  void rxJavaMakesItsSingle(VisibuildSandbox sandbox, WriteAccess writes, ReadAccess reads) {
    String projectId = ProjectsApiClient.create(reads).list().iterator().next().id();
    Ticket ticket =
        TicketsApiClient.create(writes).create(new NewTicket("Cracked tile", projectId, null));

    try (Visibuild visibuild =
        Visibuild.builder()
            .callAdapterFactory(RxJava3CallAdapterFactory.create())
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ))
            .clock(sandbox.clock())
            .build()) {
      ReadsApi tickets = ReadsApiClient.create(visibuild.readAccess());

      assertThat(tickets.get(ticket.id()).blockingGet()).isEqualTo(ticket);
    }
  }

  @Test
  void optionsAreForOneCall(WriteAccess access) {
    String id = WebhooksApiClient.create(access).list().iterator().next().id();
    SwitchApi webhooks = SwitchApiClient.create(access);

    webhooks.change(
        id, new Enabled(false), RequestOptions.none().timeout(Duration.ofSeconds(5)).idempotent());

    assertThat(WebhooksApiClient.create(access).list())
        .filteredOn(webhook -> webhook.id().equals(id))
        .noneMatch(webhook -> webhook.enabled());
  }

  @Test
  void aSandboxNeedsNoJUnit() {
    try (VisibuildSandbox sandbox =
        VisibuildSandbox.builder().seed(7).rateLimit(100, Duration.ofMinutes(1)).start()) {
      Visibuild visibuild = sandbox.visibuild(Scope.READ_WRITE); // or your own, on its baseUrl()
      ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
      assertThat(projects.list()).hasSize(7);
    }
  }
}
