package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions of OkHttp that a connection is built with. */
class OkHttpVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"4.11.0", "4.9.3", "3.14.9", "before 4.0"})
  void oldVersion_isRefusedWithBothVersions(String version) {
    assertThatThrownBy(() -> OkHttpVersion.check(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(version)
        .hasMessageContaining("4.12.0 or later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.12.0", "5.0.0-alpha.14", "5.5.1", "6.0.0", "4.12"})
  void laterVersion_isAccepted(String version) {
    assertThatCode(() -> OkHttpVersion.check(version)).doesNotThrowAnyException();
  }
}
