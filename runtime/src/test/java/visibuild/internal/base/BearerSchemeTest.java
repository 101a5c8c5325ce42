package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The Authorization header of a token. */
class BearerSchemeTest {
  @Test
  void token_isReadFromItsOwnHeaderInAnyCase() {
    assertThat(BearerScheme.token(BearerScheme.authorization("t-1"))).isEqualTo("t-1");
    assertThat(BearerScheme.token("bearer t-1")).isEqualTo("t-1");
  }

  @Test
  void otherHeader_hasNoToken() {
    assertThat(BearerScheme.token(null)).isNull();
    assertThat(BearerScheme.token("Basic dTpw")).isNull();
    assertThat(BearerScheme.token("Bearer ")).isNull();
  }

  @Test
  void schemeName_hasNoCase() {
    assertThat(BearerScheme.matches("BEARER")).isTrue();
    assertThat(BearerScheme.matches("Basic")).isFalse();
  }
}
