package com.acme.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import visibuild.client.ProjectsApi;
import visibuild.spring.test.AutoConfigureVisibuildSandbox;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.WebhookDelivery;
import visibuild.webhook.SignatureScheme;

/** The whole program: a real Tomcat on a free port, and Visibuild's sandbox behind it. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "desk.webhook-secret=hook-secret",
      "management.endpoints.web.exposure.include=health,visibuild,metrics"
    })
@AutoConfigureVisibuildSandbox
class DeskApplicationTest {
  @Autowired VisibuildSandbox sandbox;
  @Autowired ProjectsApi projects;
  @Autowired WebhookController webhooks;
  @LocalServerPort int port;

  @BeforeEach
  void forgetRequests() {
    sandbox.forgetRequests();
  }

  @Test
  void get_readsWithATokenThatOnlyReads() throws Exception {
    HttpResponse<String> response = get("/projects");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(projects.list().iterator().next().name());
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
  }

  @Test
  void post_opensATicket() throws Exception {
    String project = projects.list().iterator().next().id();
    HttpResponse<String> response =
        post("/tickets", "{\"projectId\": \"" + project + "\", \"text\": \"Cracked tile\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"title\":\"Cracked tile\"");
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).contains("read write");
  }

  @Test
  void signedDelivery_isReadAsATypedEvent() {
    WebhookDelivery delivery =
        WebhookDelivery.builder("ticket.created")
            .ticket("title", "Leaking pipe")
            .signature(SignatureScheme.timestampedHeader("X-Visibuild-Signature"), "hook-secret")
            .build();
    assertThat(sandbox.deliver(delivery, url("/hooks"))).isEqualTo(204);
    assertThat(webhooks.opened()).containsExactly("Leaking pipe");
  }

  @Test
  void unsignedDelivery_isRefused() {
    WebhookDelivery delivery = WebhookDelivery.builder("ticket.created").build();
    assertThat(sandbox.deliver(delivery, url("/hooks"))).isEqualTo(401);
  }

  @Test
  void actuator_listsTheClientsAndTheirUse() throws Exception {
    get("/projects");
    assertThat(get("/actuator/visibuild").body())
        .contains("\"scope\":\"read write\"", "visibuild.client.TicketsWriteApi");
    assertThat(get("/actuator/health").body()).contains("UP");
    assertThat(get("/actuator/metrics/visibuild.calls").body())
        .contains("api/core/v1/projects", "SUCCESS");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url(path))).build());
  }

  private HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }
}
