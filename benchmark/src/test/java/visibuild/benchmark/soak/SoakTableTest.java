package visibuild.benchmark.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SoakTableTest {
  /** Long enough for two disturbances: a pause after a 429, and resets. */
  @Tag("slow")
  @Test
  void shortSoak_breaksNoBar() throws Exception {
    assertThat(SoakTable.brokenBars(Duration.ofSeconds(40))).isEmpty();
  }
}
