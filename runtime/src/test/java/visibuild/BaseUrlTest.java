package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The origins that a connection accepts and refuses. */
class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://app.apac.visibuild.com, https://app.apac.visibuild.com/",
    "https://app.apac.visibuild.com/, https://app.apac.visibuild.com/",
    "HTTPS://APP.apac.visibuild.com, https://app.apac.visibuild.com/",
    "https://proxy.example:8443, https://proxy.example:8443/",
    "http://localhost:8080, http://localhost:8080/",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/",
    "http://127.1.2.3, http://127.1.2.3/",
    "http://[::1]:8080, http://[::1]:8080/"
  })
  void takesAnOrigin(String text, String url) {
    assertThat(BaseUrl.parse(text, "The base URL").url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.apac.visibuild.com",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://127.0.0.example",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://192.168.0.1:8080",
        "http://[::2]"
      })
  void refusesPlainHttpBeyondTheLoopback(String text) {
    assertThatThrownBy(() -> Visibuild.builder().baseUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not https, so the credential would travel in plain text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.apac.visibuild.com/api/core/v1",
        "https://app.apac.visibuild.com/api/core/v1/",
        "https://app.apac.visibuild.com?x=1",
        "https://app.apac.visibuild.com/?",
        "https://app.apac.visibuild.com/#top"
      })
  void refusesWhatGoesBeyondTheOriginAndReportsWhatToWrite(String text) {
    assertThatThrownBy(() -> Visibuild.builder().baseUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write \"https://app.apac.visibuild.com\" alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "apac",
        "app.apac.visibuild.com",
        "ftp://host",
        "https://",
        "https:// x",
        "//host"
      })
  void refusesWhatIsNoUrl(String text) {
    assertThatThrownBy(() -> Visibuild.builder().baseUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The base URL is not a URL; write an origin such as");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://user:sentinel@host", "https://sentinel@host", "http://:sentinel@host"})
  void refusesAUserNameOrPasswordWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> Visibuild.builder().baseUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("carries a user name or password")
        .hasMessageNotContaining("sentinel");
  }

  @ParameterizedTest
  @EnumSource(Region.class)
  void everyRegionIsASafeOrigin(Region region) {
    assertThat(BaseUrl.of(region).url().toString()).isEqualTo(region.origin() + "/");
    assertThat(BaseUrl.of(region).url().isHttps()).isTrue();
  }

  @Test
  void theRegionsAreThoseOfVisibuild() {
    assertThat(Region.APAC.origin()).hasToString("https://app.apac.visibuild.com");
    assertThat(Region.EU.origin()).hasToString("https://app.eu.visibuild.com");
    assertThat(Region.US.origin()).hasToString("https://app.us.visibuild.com");
  }

  @Test
  void theLastOfRegionAndBaseUrlCounts() {
    try (Visibuild visibuild =
        Visibuild.builder()
            .baseUrl("https://proxy.example")
            .region(Region.EU)
            .credential(LegacyToken.of("t", Scope.READ))
            .build()) {
      assertThat(visibuild.toString()).contains("https://app.eu.visibuild.com/");
    }
  }
}
