package visibuild.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which deliveries are genuine. The signatures are of RFC 4231, and of OpenSSL. */
class WebhookVerifierTest {
  private static final String HEADER = "X-Signature";

  /** RFC 4231, test case 2. */
  private static final String KEY = "Jefe";

  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
  private static final String HMAC =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  /** Of {@code 1803888000.what do ya want for nothing?}. */
  private static final String TIMESTAMPED =
      "6bdb9e93352c1f4e73213e66969ad3d7ddfed70e31fa187ad355598c67b9f0f9";

  private final WebhookVerifier plain = WebhookVerifier.of(SignatureScheme.hexHeader(HEADER), KEY);
  private final WebhookVerifier timestamped =
      WebhookVerifier.of(SignatureScheme.timestampedHeader(HEADER), KEY)
          .tolerance(Duration.ofMinutes(5));

  @ParameterizedTest
  @ValueSource(strings = {HMAC, "sha256=" + HMAC})
  void aDeliveryThatWasSignedWithTheSecretIsGenuine(String signature) {
    assertThatCode(() -> plain.verify(headers(signature), BODY)).doesNotThrowAnyException();
  }

  @Test
  void functionOfHeadersIsVerifiedLikeAMap() {
    Function<String, String> headers = name -> name.equals(HEADER) ? HMAC : null;

    assertThatCode(() -> plain.verify(headers, BODY)).doesNotThrowAnyException();
    assertThatThrownBy(() -> plain.verify(name -> null, BODY))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void signatureOfTheHexScheme_isThatOfRfc4231() {
    assertThat(SignatureScheme.hexHeader(HEADER).sign(KEY, BODY, Instant.EPOCH))
        .containsExactly(Map.entry(HEADER, HMAC));
  }

  @Test
  void signatureOfTheTimestampedScheme_isThatOfOpenSsl() {
    assertThat(
            SignatureScheme.timestampedHeader(HEADER)
                .sign(KEY, BODY, Instant.ofEpochSecond(1803888000)))
        .containsExactly(Map.entry(HEADER, "t=1803888000,v1=" + TIMESTAMPED));
  }

  @Test
  void schemeThatOnlyReads_cannotSign() {
    SignatureScheme readsOnly = (header, body) -> Optional.empty();

    assertThatThrownBy(() -> readsOnly.sign(KEY, BODY, Instant.EPOCH))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("override sign(...)");
  }

  @Test
  void theCaseOfTheHeadersNameIsNothing() {
    assertThatCode(() -> plain.verify(Map.of("x-signature", List.of(HMAC)), BODY))
        .doesNotThrowAnyException();
  }

  @Test
  void aBodyWithAnotherByteIsNot() {
    assertThatThrownBy(() -> plain.verify(headers(HMAC), "what do ya want".getBytes(UTF_8)))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void anotherSecretIsNot() {
    WebhookVerifier other = WebhookVerifier.of(SignatureScheme.hexHeader(HEADER), "other");

    assertThatThrownBy(() -> other.verify(headers(HMAC), BODY))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "zz", "5bdc"})
  void whatIsNoSignatureIsNot(String signature) {
    assertThatThrownBy(() -> plain.verify(headers(signature), BODY))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void noSignatureIsNot() {
    assertThatThrownBy(() -> plain.verify(Map.of(), BODY))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessage("The webhook carries no signature to check.");
  }

  @Test
  void twoSignatureHeadersAreNot() {
    assertThatThrownBy(() -> plain.verify(Map.of(HEADER, List.of(HMAC, HMAC)), BODY))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void whileASecretIsReplacedEitherFits() {
    WebhookVerifier both = WebhookVerifier.of(SignatureScheme.hexHeader(HEADER), "new", KEY);

    assertThatCode(() -> both.verify(headers(HMAC), BODY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void aTimestampWithinTheToleranceIsGenuine(long age) {
    assertThatCode(() -> at(age).verify(headers("t=1803888000,v1=" + TIMESTAMPED), BODY))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 1_000_000})
  void aTimestampBeyondTheToleranceIsNot(long age) {
    assertThatThrownBy(() -> at(age).verify(headers("t=1803888000,v1=" + TIMESTAMPED), BODY))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessage("The webhook was not signed within 300 s of now.");
  }

  @Test
  void anotherTimestampDoesNotFit() {
    assertThatThrownBy(() -> at(0).verify(headers("t=1803888001,v1=" + TIMESTAMPED), BODY))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String header = "t=1803888000,v0=00,v1=" + HMAC + ",v1=" + TIMESTAMPED;

    assertThatCode(() -> at(0).verify(headers(header), BODY)).doesNotThrowAnyException();
  }

  @Test
  void aToleranceNeedsATimestamp() {
    assertThatThrownBy(() -> plain.tolerance(Duration.ofMinutes(5)).verify(headers(HMAC), BODY))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessageContaining("has no timestamp, which a tolerance needs");
  }

  @Test
  void aNegativeToleranceIsRefused() {
    assertThatThrownBy(() -> plain.tolerance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The tolerance is PT-1S; give 0 or more.");
  }

  @Test
  void aBlankSecretIsRefused() {
    assertThatThrownBy(() -> WebhookVerifier.of(SignatureScheme.hexHeader(HEADER), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private WebhookVerifier at(long age) {
    Instant now = Instant.ofEpochSecond(1803888000 + age);
    return timestamped.clock(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, List<String>> headers(String value) {
    return Map.of(HEADER, List.of(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a-secret\n", "\ufeffa-secret", "\"a-secret\"", "${SECRET}"})
  void impossibleSecret_signsNothing(String secret) {
    for (SignatureScheme scheme :
        List.of(SignatureScheme.hexHeader(HEADER), SignatureScheme.timestampedHeader(HEADER))) {
      assertThatThrownBy(() -> scheme.sign(secret, BODY, Instant.EPOCH))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("A webhook's secret ")
          .hasMessageNotContaining("a-secret");
    }
  }
}
