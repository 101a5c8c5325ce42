package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are read from environment variables. */
class EnvironmentTest {
  private static final String SENTINEL = "sentinel-4711";

  private final Map<String, String> variables = new HashMap<>();

  @ParameterizedTest
  @CsvSource({"read, READ", "read write, READ_WRITE", "' read ', READ"})
  void clientCredentialsAreRead(String text, Scope scope) {
    oauth(text);

    Credential credential = credential();

    assertThat(credential).isInstanceOf(ClientCredentials.class);
    assertThat(((ClientCredentials) credential).id()).isEqualTo("an-id");
    assertThat(((ClientCredentials) credential).secret().get()).isEqualTo(SENTINEL);
    assertThat(credential.scope()).isEqualTo(scope);
  }

  @Test
  void aLegacyTokenIsRead() {
    legacy("read");

    LegacyToken token = (LegacyToken) credential();

    assertThat(token.token().reveal()).isEqualTo(SENTINEL);
    assertThat(token.scope()).isEqualTo(Scope.READ);
    assertThat(token.expiresAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-05-31, 2027-06-01T12:00:00Z",
    "2027-05-31T09:00:00Z, 2027-05-31T09:00:00Z",
    "2027-05-31T19:00:00+10:00, 2027-05-31T09:00:00Z"
  })
  void theExpiryIsADateOrAnInstant(String text, Instant expected) {
    legacy("read");
    variables.put("VISIBUILD_TOKEN_EXPIRES", text);

    assertThat(((LegacyToken) credential()).expiresAt()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "31.05.2027", "2027-02-30", "2027-05-31T09:00:00"})
  void anExpiryThatIsNotUnderstoodIsRefused(String text) {
    legacy("read");
    variables.put("VISIBUILD_TOKEN_EXPIRES", text);

    refused("The value of VISIBUILD_TOKEN_EXPIRES is not understood; write a date");
  }

  @Test
  void bothKindsOfCredentialAreRefused() {
    oauth("read");
    legacy("read");

    refused("Both VISIBUILD_CLIENT_ID or VISIBUILD_CLIENT_SECRET and VISIBUILD_TOKEN are set");
  }

  @Test
  void noCredentialIsRefused() {
    refused(
        "No Visibuild credential in the environment; set VISIBUILD_CLIENT_ID,"
            + " VISIBUILD_CLIENT_SECRET and VISIBUILD_SCOPE, or VISIBUILD_TOKEN and VISIBUILD_SCOPE.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VISIBUILD_CLIENT_ID", "VISIBUILD_CLIENT_SECRET", "VISIBUILD_SCOPE"})
  void aVariableThatIsMissingIsNamed(String name) {
    oauth("read");
    variables.remove(name);

    refused("The variable " + name + " is missing or blank; set it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VISIBUILD_CLIENT_ID", "VISIBUILD_CLIENT_SECRET", "VISIBUILD_SCOPE"})
  void aVariableThatIsBlankIsNamed(String name) {
    oauth("read");
    variables.put(name, " \n");

    refused("The variable " + name + " is missing or blank; set it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VISIBUILD_CLIENT_ID", "VISIBUILD_CLIENT_SECRET"})
  void aVariableWithALineBreakIsNamed(String name) {
    oauth("read");
    variables.put(name, SENTINEL + "\n");

    refused(name + " begins or ends with white space");
  }

  @ParameterizedTest
  @ValueSource(strings = {SENTINEL + "\n", "Bearer " + SENTINEL, SENTINEL + "é"})
  void aTokenThatNoHeaderCanCarryIsNamed(String token) {
    legacy("read");
    variables.put("VISIBUILD_TOKEN", token);

    refused("VISIBUILD_TOKEN ");
  }

  @Test
  void aTokenWithoutAScopeIsRefused() {
    legacy("read");
    variables.remove("VISIBUILD_SCOPE");

    refused("The variable VISIBUILD_SCOPE is missing or blank; set it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "READ", "read,write", "write read", "admin"})
  void anUnknownScopeIsRefused(String scope) {
    oauth(scope);

    refused("The value of VISIBUILD_SCOPE is not understood; write \"read\" or \"read write\".");
  }

  @Test
  void aSecretInTheVariableOfTheScopeIsNotShown() {
    oauth(SENTINEL);

    refused("The value of VISIBUILD_SCOPE is not understood");
  }

  @Test
  void aSecretInTheVariableOfTheExpiryIsNotShown() {
    legacy("read");
    variables.put("VISIBUILD_TOKEN_EXPIRES", SENTINEL);

    refused("The value of VISIBUILD_TOKEN_EXPIRES is not understood");
  }

  private void refused(String message) {
    assertThatThrownBy(this::credential)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining(SENTINEL);
  }

  private Credential credential() {
    return environment().credential();
  }

  private Environment environment() {
    return new Environment(variables::get);
  }

  private void oauth(String scope) {
    variables.put("VISIBUILD_CLIENT_ID", "an-id");
    variables.put("VISIBUILD_CLIENT_SECRET", SENTINEL);
    variables.put("VISIBUILD_SCOPE", scope);
  }

  private void legacy(String scope) {
    variables.put("VISIBUILD_TOKEN", SENTINEL);
    variables.put("VISIBUILD_SCOPE", scope);
  }
}
