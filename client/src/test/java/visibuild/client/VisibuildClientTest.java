package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.ClientAccess;
import visibuild.RateLimitedException;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.Upload;
import visibuild.UploadException;
import visibuild.Visibuild;
import visibuild.testing.Fault;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

class VisibuildClientTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Visibuild visibuild = sandbox.visibuild(Scope.READ_WRITE);
  private final VisibuildClient writer = VisibuildClient.create(visibuild.writeAccess());
  private final String projectId = writer.projects().list().iterator().next().id();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void accessor_returnsTheSameClientEachTime() {
    assertThat(writer.visis()).isSameAs(writer.visis());
    assertThat(writer.tickets()).isSameAs(writer.tickets());
  }

  @Test
  void unusedResource_isNotAmongTheClientsOfTheConnection() {
    assertThat(visibuild.clients())
        .extracting(ClientAccess::toString)
        .noneMatch(name -> name.contains("Webhooks"));
  }

  @Test
  void timeoutOfAnAccess_boundsTheCallsOfItsClients() {
    sandbox.fail(Fault.rateLimited(Duration.ofSeconds(30)));
    try (Visibuild retrying = retrying()) {
      RequestOptions impatient = RequestOptions.none().timeout(Duration.ofSeconds(20));
      VisibuildReadClient reader =
          VisibuildReadClient.create(retrying.readAccess().withOptions(impatient));

      // The wait would outlast the call, so it is not begun.
      assertThatThrownBy(() -> reader.projects().list().iterator().next())
          .isInstanceOf(RateLimitedException.class);
    }
  }

  @Test
  void idempotentAccess_repeatsAWriteLikeARead() {
    sandbox.fail(Fault.status(502));
    try (Visibuild retrying = retrying()) {
      VisibuildClient repeating =
          VisibuildClient.create(
              retrying.writeAccess().withOptions(RequestOptions.none().idempotent()));

      repeating.tickets().open(NewTicket.of("Crack", projectId));
    }

    assertThat(sandbox.apiRequests())
        .filteredOn(request -> request.method().equals("POST"))
        .extracting(ApiRequest::status, ApiRequest::tokenScope)
        .containsExactly(tuple(502, "read write"), tuple(201, "read write"));
  }

  /** The sandbox's own connection repeats no call. */
  private Visibuild retrying() {
    return Visibuild.builder()
        .baseUrl(sandbox.baseUrl())
        .credential(sandbox.clientCredentials(Scope.READ_WRITE))
        .build();
  }

  @Test
  void openedTicket_isListedInItsProject() {
    Ticket opened =
        writer.tickets().open(NewTicket.of("Crack", projectId).withPriority(TicketPriority.HIGH));

    assertThat(writer.tickets().ofProject(projectId))
        .extracting(Ticket::id, Ticket::title, Ticket::priority)
        .contains(tuple(opened.id(), "Crack", TicketPriority.HIGH));
  }

  @Test
  void ticketWithPhotos_hasAllOfThem() {
    Ticket opened =
        writer.openTicket(
            NewTicket.of("Crack", projectId).withAttachmentKeys(List.of(writer.upload(photo("0")))),
            photo("1"),
            photo("2"));

    List<String> keys =
        writer.tickets().attachments(opened.id()).stream().map(TicketAttachment::key).toList();
    assertThat(keys)
        .extracting(key -> sandbox.uploadedFile(key).orElseThrow().bytes().utf8())
        .containsExactly("0", "1", "2");
  }

  @Test
  void refusedPhoto_opensNoTicket() {
    sandbox.fail(Fault.status(403).at("/uploads/"));

    assertThatThrownBy(() -> writer.openTicket(NewTicket.of("Crack", projectId), photo("1")))
        .isInstanceOf(UploadException.class);

    assertThat(writer.tickets().ofProject(projectId))
        .extracting(Ticket::title)
        .doesNotContain("Crack");
  }

  @Test
  void reads_carryATokenThatOnlyReads() {
    writer.tickets().open(NewTicket.of("Crack", projectId));
    assertThat(writer.tickets().list().iterator().hasNext()).isTrue();

    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::method, ApiRequest::tokenScope)
        .containsExactly(tuple("GET", "read"), tuple("POST", "read write"), tuple("GET", "read"));
  }

  private static Upload photo(String content) {
    return Upload.of(content + ".jpg", "image/jpeg", content.getBytes(StandardCharsets.UTF_8));
  }
}
