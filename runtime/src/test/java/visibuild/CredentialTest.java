package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that are refused where they are created. */
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
  void aMissingIdIsNamed() {
    assertThatThrownBy(() -> ClientCredentials.of(null, SENTINEL, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The client id is missing; give it as Visibuild showed it.");
  }

  @Test
  void aMissingSecretIsNamed() {
    assertThatThrownBy(() -> ClientCredentials.of("id", (String) null, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The client secret is missing; give it as Visibuild showed it.");
  }

  @Test
  void aMissingScopeIsNamed() {
    assertThatThrownBy(() -> ClientCredentials.of("id", SENTINEL, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The credential's scope is missing; give the one");
  }

  @Test
  void aMissingTokenIsNamed() {
    assertThatThrownBy(() -> LegacyToken.of(null, Scope.READ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The legacy token is missing; give it as Visibuild showed it.");
  }

  @Test
  void aMissingExpiryIsNamed() {
    assertThatThrownBy(() -> LegacyToken.of(SENTINEL, Scope.READ, (LocalDate) null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The legacy token's expiry is missing");
  }

  @Test
  void aMissingRegionIsNamed() {
    assertThatThrownBy(() -> Visibuild.builder().region(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The region is missing");
  }

  @Test
  void aMissingBaseUrlIsNamed() {
    assertThatThrownBy(() -> Visibuild.builder().baseUrl(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The base URL is not a URL");
  }

  @Test
  void aMissingCredentialIsNamed() {
    assertThatThrownBy(() -> Visibuild.builder().credential(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The credential is missing; give one.");
  }

  @Test
  void theLastDateOfAllIsAnExpiry() {
    LegacyToken token = LegacyToken.of(SENTINEL, Scope.READ, LocalDate.MAX);

    Visibuild.builder().region(Region.APAC).credential(token).build().close();

    assertThat(token.expiresAt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-05-31", "-999999999-01-01"})
  void aTokenThatHasExpiredIsRefusedWhenTheConnectionIsBuilt(LocalDate expiry) {
    Visibuild.Builder builder =
        Visibuild.builder()
            .region(Region.APAC)
            .credential(LegacyToken.of(SENTINEL, Scope.READ, expiry));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The legacy token expired (" + expiry + "). Create OAuth client credentials");
  }

  @Test
  void aTokenThatExpiredBeforeAllTimeIsRefusedWhenTheConnectionIsBuilt() {
    Visibuild.Builder builder =
        Visibuild.builder()
            .region(Region.APAC)
            .credential(LegacyToken.of(SENTINEL, Scope.READ, Instant.MIN));

    assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
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
