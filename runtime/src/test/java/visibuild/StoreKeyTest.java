package visibuild;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that cannot encrypt is refused when it is given, not by each later use of the store. */
class StoreKeyTest {
  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32})
  void aKeyOfAesIsTaken(int bytes) {
    assertThatCode(() -> give(bytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 20, 64})
  void aKeyOfAnotherLengthIsRefused(int bytes) {
    assertThatThrownBy(() -> give(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Nothing can be encrypted with the token store's key; an AES key has 128, 192 or 256"
                + " bits; make one with KeyGenerator.getInstance(\"AES\").");
  }

  private static void give(int bytes) {
    Visibuild.builder()
        .tokenStore(TokenStore.inMemory(), new SecretKeySpec(new byte[bytes], "AES"));
  }
}
