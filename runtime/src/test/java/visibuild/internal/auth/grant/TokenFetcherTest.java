package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Forms;

/** The bytes of a token request. */
@Tag("slow")
class TokenFetcherTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void asksForReadExactly() {
    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(Forms.text(onlyTokenRequest()))
        .isEqualTo(
            "grant_type=client_credentials&client_id=an-id"
                + "&client_secret=sentinel-secret-4711&scope=read");
  }

  @Test
  void asksForReadAndWriteExactly() {
    ClientCalls.executeVoid(server.writeCalls().delete("p1"));

    assertThat(Forms.text(onlyTokenRequest()))
        .isEqualTo(
            "grant_type=client_credentials&client_id=an-id"
                + "&client_secret=sentinel-secret-4711&scope=read+write");
  }

  @Test
  void sendsAFormAndAsksForJson() {
    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(onlyTokenRequest().getMethod()).isEqualTo("POST");
    assertThat(onlyTokenRequest().getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(onlyTokenRequest().getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void authenticatesInTheBodyAlone() {
    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(onlyTokenRequest().getHeaders().get("Authorization")).isNull();
  }

  @Test
  void theEndpointLiesAtTheOrigin() {
    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(onlyTokenRequest().getTarget()).isEqualTo("/oauth/token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a+b", "100%", "a&b=c", "a:b/c", "in the middle", "é", "😀", "%2B", "a;b?"})
  void theSecretArrivesAsItWasGiven(String secret) {
    connectWith("id", secret);

    assertThat(Forms.of(onlyTokenRequest())).containsEntry("client_secret", secret);
  }

  @ParameterizedTest
  @CsvSource({"a+b, a%2Bb", "100%, 100%25", "é, %C3%A9", "😀, %F0%9F%98%80", "a&b=c, a%26b%3Dc"})
  void theSecretIsPercentEncodedAsUtf8(String secret, String encoded) {
    connectWith("id", secret);

    assertThat(Forms.text(onlyTokenRequest())).contains("&client_secret=" + encoded + "&");
  }

  @Test
  void theClientIdArrivesAsItWasGiven() {
    connectWith("id+&=% é", "secret");

    assertThat(Forms.of(onlyTokenRequest())).containsEntry("client_id", "id+&=% é");
  }

  private void connectWith(String id, String secret) {
    Visibuild visibuild = server.open(server.builder(ClientCredentials.of(id, secret, Scope.READ)));
    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));
  }

  private RecordedRequest onlyTokenRequest() {
    assertThat(server.tokenRequests()).hasSize(1);
    return server.tokenRequests().get(0);
  }
}
