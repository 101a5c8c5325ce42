package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
  private static final String WEBHOOKS = "/api/core/v1/webhooks";
  private static final String GOOD =
      "{\"url\":\"https://example.com/hook\",\"events\":[\"ticket.created\"],\"description\":\"Mine\"}";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void createdWebhookReturnsItsSecret() {
    Web.Reply response = web.write("POST", WEBHOOKS, GOOD);

    assertThat(response.status()).isEqualTo(201);
    JsonNode hook = response.data("webhookEndpoint");
    assertThat(hook.path("secret").asText()).startsWith("sandbox-webhook-");
    assertThat(hook.path("url").asText()).isEqualTo("https://example.com/hook");
    assertThat(hook.path("events").path(0).asText()).isEqualTo("ticket.created");
    assertThat(hook.path("enabled").asBoolean()).isTrue();
    assertThat(hook.path("failureCount").asInt(-1)).isEqualTo(0);
  }

  @Test
  void someWebhooksAreThereFromTheBeginningWithoutTheirSecrets() {
    assertThat(web.get(WEBHOOKS).data("webhookEndpoints"))
        .hasSize(3)
        .noneMatch(hook -> hook.has("secret"))
        .anyMatch(hook -> !hook.path("enabled").asBoolean(true));
  }

  @Test
  void secretIsNeverShownAgain() {
    JsonNode hook = web.write("POST", WEBHOOKS, GOOD).data("webhookEndpoint");
    String secret = hook.path("secret").asText();
    String path = WEBHOOKS + "/" + hook.path("id").asText();

    assertThat(web.get(WEBHOOKS).body())
        .contains("https://example.com/hook")
        .doesNotContain(secret);
    assertThat(web.write("PATCH", path, "{\"enabled\":false}").body()).doesNotContain(secret);
  }

  @Test
  void webhookCanBeDisabled() {
    String id = create();
    sandbox.clock().advance(Duration.ofHours(1));

    Web.Reply response = web.write("PATCH", WEBHOOKS + "/" + id, "{\"enabled\":false}");

    assertThat(response.status()).isEqualTo(200);
    JsonNode changed = response.data("webhookEndpoint");
    assertThat(changed.path("enabled").asBoolean(true)).isFalse();
    assertThat(changed.path("updatedAt").asText())
        .isGreaterThan(changed.path("createdAt").asText());
    assertThat(web.get(WEBHOOKS).data("webhookEndpoints")).contains(changed);
  }

  @Test
  void changeWithoutEnabledIsInvalid() {
    assertThat(web.write("PATCH", WEBHOOKS + "/" + create(), "{}").status()).isEqualTo(422);
  }

  @Test
  void deletedWebhookIsGone() {
    String id = create();
    String path = WEBHOOKS + "/" + id;

    Web.Reply response = web.write("DELETE", path, null);

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(response.header("Content-Length")).isNull();
    assertThat(web.get(WEBHOOKS).data("webhookEndpoints").findValuesAsText("id"))
        .doesNotContain(id);
    assertThat(web.write("DELETE", path, null).status()).isEqualTo(404);
  }

  @Test
  void unknownWebhookIsNotFound() {
    assertThat(web.write("PATCH", WEBHOOKS + "/none", "{\"enabled\":true}").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'events':['ticket.created']} | url",
        "{'url':'nowhere','events':['ticket.created']} | url",
        "{'url':'https://example.com'} | events",
        "{'url':'https://example.com','events':[]} | events",
        "{'url':'https://example.com','events':['ticket.invented']} | events",
        "{'url':'https://example.com','events':['ticket.created'],'projectIds':['x']} | projectIds"
      })
  void invalidWebhookIsRefusedWithTheField(String body, String field) {
    Web.Reply response = web.write("POST", WEBHOOKS, body.replace('\'', '"'));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.json().path("errors").has(field)).isTrue();
  }

  private String create() {
    return web.write("POST", WEBHOOKS, GOOD).data("webhookEndpoint").path("id").asText();
  }
}
