package visibuild.sample.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.sample.records.NewWebhook;
import visibuild.sample.records.Project;
import visibuild.sample.records.WebhookChange;
import visibuild.sample.records.WebhookEndpoint;
import visibuild.sample.records.WebhookEvent;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

/** The endpoints that change webhooks, on the sandbox. */
class WebhookSettingsTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final WriteAccess access = sandbox.visibuild(Scope.READ_WRITE).writeAccess();
  private final WebhookSettingsApi settings = WebhookSettingsApiClient.create(access);
  private final WebhooksApi webhooks = WebhooksApiClient.create(access);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void secretOfANewWebhookIsGivenOnce() {
    WebhookEndpoint created = create();

    assertThat(created.secret()).isNotBlank();
    assertThat(find(created.id()).secret()).isNull();
  }

  @Test
  void newWebhookHearsWhatWasAskedFor() {
    assertThat(create().events())
        .containsExactly(WebhookEvent.TICKET_CREATED, WebhookEvent.TICKET_STATUS_CHANGED);
  }

  @Test
  void webhookCanBeSwitchedOff() {
    WebhookEndpoint created = create();

    assertThat(settings.change(created.id(), new WebhookChange(false)).enabled()).isFalse();
    assertThat(find(created.id()).enabled()).isFalse();
  }

  @Test
  void webhookCanBeRemoved() {
    WebhookEndpoint created = create();

    settings.delete(created.id());

    assertThat(webhooks.list()).extracting(WebhookEndpoint::id).doesNotContain(created.id());
  }

  @Test
  void onlyTheChangesCarryATokenThatWrites() {
    settings.delete(create().id());
    assertThat(webhooks.list()).isNotEmpty();

    assertThat(sandbox.apiRequests())
        .extracting(ApiRequest::method, ApiRequest::tokenScope)
        .containsExactly(
            tuple("GET", "read"),
            tuple("POST", "read write"),
            tuple("DELETE", "read write"),
            tuple("GET", "read"));
  }

  private WebhookEndpoint create() {
    Project project = ProjectsApiClient.create(access).list().iterator().next();
    return settings.create(
        new NewWebhook(
            "https://hooks.example.com/visibuild",
            List.of(WebhookEvent.TICKET_CREATED, WebhookEvent.TICKET_STATUS_CHANGED),
            "Notifies the office",
            List.of(project.id())));
  }

  private WebhookEndpoint find(String id) {
    return webhooks.list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
