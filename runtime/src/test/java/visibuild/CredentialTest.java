package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be a credential is refused where it is made. */
class CredentialTest {
  private static final String SENTINEL = "sentinel-4711";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\t \r\n", "\u00a0\u2003"})
  void aBlankSecretIsRefused(String secret) {
    assertThatThrownBy(() -> ClientCredentials.of("id", secret, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The client secret ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankIdIsRefused(String id) {
    assertThatThrownBy(() -> ClientCredentials.of(id, SENTINEL, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The client id is blank; give it as Visibuild showed it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankTokenIsRefused(String token) {
    assertThatThrownBy(() -> LegacyToken.of(token, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The legacy token is blank; give it as Visibuild showed it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {SENTINEL + "\n", SENTINEL + "\r\n", " " + SENTINEL, SENTINEL + "\t"})
  void aSecretWithWhiteSpaceAroundItIsRefusedWithoutRepeatingIt(String secret) {
    assertThatThrownBy(() -> ClientCredentials.of("id", secret, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begins or ends with white space")
        .hasMessageNotContaining(SENTINEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {SENTINEL + "\n", " " + SENTINEL})
  void aTokenWithWhiteSpaceAroundItIsRefusedWithoutRepeatingIt(String token) {
    assertThatThrownBy(() -> LegacyToken.of(token, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begins or ends with white space")
        .hasMessageNotContaining(SENTINEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\n", "\r\n", "\u007f", "\u0085"})
  void aSecretWithAControlCharacterIsRefusedWithoutRepeatingIt(String control) {
    assertThatThrownBy(() -> ClientCredentials.of("id", "ab" + control + SENTINEL, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a control character at index 2")
        .hasMessageNotContaining(SENTINEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + SENTINEL, SENTINEL + "é", "a\r\nX: " + SENTINEL})
  void aTokenThatNoHeaderCanCarryIsRefusedWithoutRepeatingIt(String token) {
    assertThatThrownBy(() -> LegacyToken.of(token, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SENTINEL);
  }

  @Test
  void aConnectionWithoutACredentialIsRefused() {
    Visibuild.Builder builder = Visibuild.builder().region(Region.APAC);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no credential; call credential(...)");
  }

  @Test
  void aCredentialThatReadsGivesNoWriteAccess() {
    try (Visibuild visibuild =
        Visibuild.builder()
            .region(Region.APAC)
            .credential(ClientCredentials.of("id", SENTINEL, Scope.READ))
            .build()) {
      assertThatThrownBy(visibuild::writeAccess)
          .isInstanceOfSatisfying(
              InsufficientScopeException.class,
              refusal -> {
                assertThat(refusal.required()).isEqualTo(Scope.READ_WRITE);
                assertThat(refusal.held()).isEqualTo(Scope.READ);
              })
          .hasMessageStartingWith("There is no write access");
    }
  }

  @Test
  void aScopeCoversItselfAndLess() {
    assertThat(Scope.READ_WRITE.covers(Scope.READ)).isTrue();
    assertThat(Scope.READ_WRITE.covers(Scope.READ_WRITE)).isTrue();
    assertThat(Scope.READ.covers(Scope.READ)).isTrue();
    assertThat(Scope.READ.covers(Scope.READ_WRITE)).isFalse();
  }
}
