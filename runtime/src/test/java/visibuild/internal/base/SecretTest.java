package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.webhook.SignatureScheme;
import visibuild.webhook.WebhookVerifier;

/** Texts that can be a secret, and texts that cannot. */
class SecretTest {
  private static final String SENTINEL = "sentinel-4711";

  /** A way to give a secret to the runtime. */
  interface Entrance {
    void give(String secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u0085",
        "\u00a0",
        "\u2003",
        "\u2028",
        "\u3000", // white space
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u202e" // invisible
      })
  void invisibleCharacterAtAnEnd_isRefusedWithItsPosition(String invisible) {
    int length = SENTINEL.length();
    for (Entrance entrance : entrances().toList()) {
      assertThatThrownBy(() -> entrance.give(SENTINEL + invisible))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("begins or ends with white space or an invisible character")
          .hasMessageContaining("at index " + (length + invisible.length() - 1))
          .hasMessageNotContaining(SENTINEL);
      assertThatThrownBy(() -> entrance.give(invisible + SENTINEL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at index 0")
          .hasMessageNotContaining(SENTINEL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufffd", "\n", "\u0000", "\u009b", "\u2028", "\u2029", "\uffff", "\ufdd0", "\ufeff"
      })
  void impossibleCharacterWithin_isRefusedWithItsPosition(String impossible) {
    refusedWithin(impossible);
  }

  @Test
  void loneSurrogate_isRefusedWithItsPosition() {
    // No constants of an annotation: class files cannot store a lone surrogate in one.
    refusedWithin(Character.toString(0xD83D));
    refusedWithin(Character.toString(0xDE00));
  }

  private static void refusedWithin(String impossible) {
    for (Entrance entrance : entrances().toList()) {
      assertThatThrownBy(() -> entrance.give("abc" + impossible + SENTINEL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at index 3")
          .hasMessageNotContaining(SENTINEL)
          .hasMessageNotContaining(impossible);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sentinel-4711\"",
        "'sentinel-4711'",
        "`sentinel-4711`",
        "<sentinel-4711>",
        "${sentinel-4711}",
        "$(sentinel-4711)",
        "{{sentinel-4711}}",
        "%sentinel-4711%"
      })
  void quotesOrPlaceholder_areRefusedWithTheirPosition(String copied) {
    for (Entrance entrance : entrances().toList()) {
      assertThatThrownBy(() -> entrance.give(copied))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("index 0 ")
          .hasMessageContaining(String.valueOf(copied.length() - 1))
          .hasMessageNotContaining(SENTINEL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer sentinel-4711", "bearer\tsentinel-4711", "Authorization: sentinel-4711"})
  void schemeBeforeTheSecret_isRefused(String copied) {
    for (Entrance entrance : entrances().toList()) {
      assertThatThrownBy(() -> entrance.give(copied))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("index")
          .hasMessageNotContaining(SENTINEL);
    }
  }

  @Test
  void loneSurrogateAtTheEnd_isRefused() {
    assertThatThrownBy(() -> Secret.of(SENTINEL + Character.toString(0xD83D), "The client secret"))
        .hasMessage(
            "The client secret has half of a surrogate pair at index 13; give it as Visibuild showed"
                + " it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ % & = : / é 漢 x",
        "😀",
        "a\u200db",
        "a\u00a0b",
        "\"a",
        "b'",
        "<a",
        "$a}",
        "%41",
        "Bearer",
        "Tokens x"
      })
  void visibleText_isKeptExactly(String text) {
    assertThat(Secret.of(text, "The client secret").reveal()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b\ufeff"})
  void textWithoutAnythingVisible_isBlank(String text) {
    assertThatThrownBy(() -> Secret.of(text, "The client secret"))
        .hasMessage("The client secret is blank; give it as Visibuild showed it.");
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void missingSecret_isRefused(Entrance entrance) {
    assertThatThrownBy(() -> entrance.give(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing");
  }

  private static Stream<Entrance> entrances() {
    return Stream.of(
        secret -> ClientCredentials.of("id", secret, Scope.READ),
        secret -> LegacyToken.of(secret, Scope.READ),
        secret -> WebhookVerifier.of(SignatureScheme.hexHeader("X-Signature"), secret));
  }
}
