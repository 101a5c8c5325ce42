package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretSpellingsTest {
  private static final int SECRETS = 2_000;

  /** So a text that is shorter than a secret cannot repeat it. */
  @Test
  void spelling_isNeverShorterThanTheSecret() {
    Random random = new Random(7);
    for (int i = 0; i < SECRETS; i++) {
      String secret =
          random
              .ints(1 + random.nextInt(50), 1, Character.MAX_CODE_POINT)
              .map(c -> random.nextBoolean() ? c : '!' + c % 94)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(SecretSpellings.of(secret))
          .allSatisfy(each -> assertThat(each).hasSizeGreaterThanOrEqualTo(secret.length()));
    }
  }
}
