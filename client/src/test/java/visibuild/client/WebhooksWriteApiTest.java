package visibuild.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

class WebhooksWriteApiTest {
  private static final String URL = "https://hooks.example.com/visibuild";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final VisibuildClient writer =
      VisibuildClient.create(sandbox.visibuild(Scope.READ_WRITE).writeAccess());
  private final WebhooksWriteApi webhooks = writer.webhooks();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void secretOfANewWebhook_isInTheFirstResponseOnly() {
    WebhookEndpoint created = webhooks.create(webhook());

    assertThat(created.secret()).isNotBlank();
    assertThat(webhooks.withUrl(URL)).extracting(WebhookEndpoint::secret).containsOnlyNulls();
  }

  @Test
  void newWebhook_hasTheRequestedEvents() {
    assertThat(webhooks.create(webhook()).events())
        .containsExactly(WebhookEventType.TICKET_CREATED, WebhookEventType.TICKET_STATUS_CHANGED);
  }

  @Test
  void disabledWebhook_isListedAsDisabled() {
    WebhookEndpoint created = webhooks.create(webhook());

    assertThat(webhooks.setEnabled(created.id(), false).enabled()).isFalse();
    assertThat(webhooks.withUrl(URL)).extracting(WebhookEndpoint::enabled).containsExactly(false);
  }

  @Test
  void switchAfterATransientFailure_isRepeated() {
    WebhookEndpoint created = webhooks.create(webhook());
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl(sandbox.baseUrl())
            .credential(sandbox.clientCredentials(Scope.READ_WRITE))
            .build()) {
      WebhooksWriteApi repeating = VisibuildClient.create(visibuild.writeAccess()).webhooks();
      sandbox.fail(Fault.responseLost());

      assertThat(repeating.setEnabled(created.id(), false).enabled()).isFalse();
    }
  }

  @Test
  void deletedWebhook_isNotListed() {
    webhooks.delete(webhooks.create(webhook()).id());

    assertThat(webhooks.withUrl(URL)).isEmpty();
  }

  @Test
  void replacedWebhook_isTheOnlyOneOfItsUrl() {
    int others = (int) webhooks.list().stream().count();
    webhooks.create(webhook());
    webhooks.create(webhook());

    WebhookEndpoint replaced = webhooks.replace(webhook());

    assertThat(replaced.secret()).isNotBlank();
    assertThat(webhooks.withUrl(URL))
        .extracting(WebhookEndpoint::id)
        .containsExactly(replaced.id());
    assertThat(webhooks.list()).hasSize(others + 1);
  }

  private NewWebhook webhook() {
    String projectId = writer.projects().list().iterator().next().id();
    return new NewWebhook(
        URL,
        List.of(WebhookEventType.TICKET_CREATED, WebhookEventType.TICKET_STATUS_CHANGED),
        "Help desk",
        List.of(projectId));
  }
}
