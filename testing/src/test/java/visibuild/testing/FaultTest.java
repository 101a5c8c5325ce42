package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import visibuild.Scope;
import visibuild.testing.SandboxRequest.ApiRequest;

class FaultTest {
  private static final String PROJECTS = "/api/core/v1/projects";
  private static final String WEBHOOKS = "/api/core/v1/webhooks";
  private static final String HOOK =
      "{\"url\":\"https://example.com/\",\"events\":[\"ticket.created\"]}";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void rateLimitIsTextWithoutAWordOnTheWait() {
    sandbox.fail(Fault.rateLimited());

    Web.Reply response = web.get(PROJECTS);

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.header("Content-Type")).isEqualTo("text/plain");
    assertThat(response.body()).isEqualTo("Retry later\n");
    assertThat(response.header("Retry-After")).isNull();
  }

  @Test
  void rateLimitCanSayHowLongToWait() {
    sandbox.fail(Fault.rateLimited(Duration.ofMinutes(1)));

    assertThat(web.get(PROJECTS).header("Retry-After")).isEqualTo("60");
  }

  @Test
  void faultHappensOnce() {
    sandbox.fail(Fault.status(503));

    assertThat(web.get(PROJECTS).status()).isEqualTo(503);
    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
  }

  @Test
  void faultHappensAsOftenAsDeclared() {
    sandbox.fail(Fault.status(500).times(2));

    assertThat(web.get(PROJECTS).status()).isEqualTo(500);
    assertThat(web.get(PROJECTS).status()).isEqualTo(500);
    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
  }

  @Test
  void faultsHappenInTheirOrder() {
    sandbox.fail(Fault.status(500));
    sandbox.fail(Fault.status(502));

    assertThat(web.get(PROJECTS).status()).isEqualTo(500);
    assertThat(web.get(PROJECTS).status()).isEqualTo(502);
  }

  @Test
  void faultLeavesTheTokenEndpointAlone() {
    sandbox.fail(Fault.status(503));

    assertThat(web.requestToken(Scope.READ, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void faultCanBeAimedAtTheTokenEndpoint() {
    String token = web.token("read");
    sandbox.fail(Fault.status(503).at("/oauth/token"));

    assertThat(web.get(PROJECTS, token).status()).isEqualTo(200);
    assertThat(web.requestToken(Scope.READ, Map.of("scope", "read")).status()).isEqualTo(503);
    assertThat(sandbox.tokenRequests().get(1))
        .returns("read", SandboxRequest.TokenRequest::requestedScope)
        .returns(null, SandboxRequest.TokenRequest::grantedScope);
  }

  @Test
  void faultCanBeAimedAtAPath() {
    sandbox.fail(Fault.status(503).at("/api/core/v1/tickets"));

    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
    assertThat(web.get("/api/core/v1/tickets?pageSize=1").status()).isEqualTo(503);
  }

  @Test
  void faultThatHasNotHappenedCanBeTakenBack() {
    sandbox.fail(Fault.status(503));
    sandbox.heal();

    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
  }

  @Test
  void disconnectedRequestIsNotActedUpon() {
    int before = webhooks();
    sandbox.fail(Fault.disconnected());

    assertThatThrownBy(() -> web.write("POST", WEBHOOKS, HOOK))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(webhooks()).isEqualTo(before);
  }

  @Test
  void requestWhoseResponseIsLostIsActedUpon() {
    int before = webhooks();
    sandbox.fail(Fault.responseLost());

    assertThatThrownBy(() -> web.write("POST", WEBHOOKS, HOOK))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(webhooks()).isEqualTo(before + 1);
  }

  @Test
  void requestWithoutAResponseIsNotedWithTheStatusZero() {
    sandbox.fail(Fault.responseLost());

    assertThatThrownBy(() -> web.get(PROJECTS)).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::status).containsExactly(0);
  }

  @Test
  void bodyThatIsCutOff_isAnIoException() {
    sandbox.fail(Fault.responseTruncated());

    assertThatThrownBy(() -> web.get(PROJECTS))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void malformedBodyIsACompleteResponseThatIsNoJson() {
    sandbox.fail(Fault.malformedBody());

    Web.Reply response = web.get(PROJECTS);

    assertThat(response.status()).isEqualTo(200);
    assertThatThrownBy(response::json).hasCauseInstanceOf(JsonProcessingException.class);
  }

  @Test
  void statusThatIsNoErrorIsRefused() {
    assertThatThrownBy(() -> Fault.status(200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A fault cannot have the status 200; give one from 400 to 599.");
  }

  @Test
  void faultThatNeverHappensIsRefused() {
    assertThatThrownBy(() -> Fault.status(500).times(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pathWithoutASlashIsRefused() {
    assertThatThrownBy(() -> Fault.status(500).at("api/"))
        .hasMessage("No path begins with \"api/\"; write \"/api/\".");
  }

  private int webhooks() {
    return web.get(WEBHOOKS).data("webhookEndpoints").size();
  }
}
