package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The origin that environment variables select. */
class EnvironmentOriginTest {
  private final Map<String, String> variables = new HashMap<>();

  @ParameterizedTest
  @CsvSource({"apac, APAC", "eu, EU", "us, US", "APAC, APAC", "' eu ', EU"})
  void aRegionIsRead(String text, Region region) {
    variables.put("VISIBUILD_REGION", text);

    assertThat(environment().baseUrl()).isEqualTo(BaseUrl.of(region));
  }

  @Test
  void anUnknownRegionIsRefused() {
    variables.put("VISIBUILD_REGION", "mars");

    assertThatThrownBy(() -> environment().baseUrl())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The value of VISIBUILD_REGION is not understood; write apac, eu, us.");
  }

  @Test
  void aBaseUrlIsRead() {
    variables.put("VISIBUILD_BASE_URL", "https://proxy.example");

    assertThat(environment().baseUrl().url()).hasToString("https://proxy.example/");
  }

  @Test
  void aBaseUrlThatIsNotSafeIsRefusedByItsVariable() {
    variables.put("VISIBUILD_BASE_URL", "http://proxy.example");

    assertThatThrownBy(() -> environment().baseUrl())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("VISIBUILD_BASE_URL \"http://proxy.example\" is not https");
  }

  @Test
  void aRegionAndABaseUrlTogetherAreRefused() {
    variables.put("VISIBUILD_REGION", "apac");
    variables.put("VISIBUILD_BASE_URL", "https://proxy.example");

    assertThatThrownBy(() -> environment().baseUrl())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Both VISIBUILD_REGION and VISIBUILD_BASE_URL are set; keep one of them.");
  }

  @Test
  void neitherRegionNorBaseUrlIsRefused() {
    assertThatThrownBy(() -> environment().baseUrl())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("region(...)", "baseUrl(...)", "VISIBUILD_REGION");
  }

  private Environment environment() {
    return new Environment(variables::get);
  }
}
