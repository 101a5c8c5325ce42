package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final String PROJECTS = "/api/core/v1/projects";

  private final VisibuildSandbox sandbox =
      VisibuildSandbox.builder().rateLimit(3, Duration.ofMinutes(1)).start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void callBeyondTheLimitIsRefusedAsRackAttackDoes() {
    exhaust();

    Web.Reply response = web.get(PROJECTS);

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.header("Content-Type")).isEqualTo("text/plain");
    assertThat(response.body()).isEqualTo("Retry later\n");
    assertThat(response.header("Retry-After")).isNull();
  }

  @Test
  void limitEndsWithItsWindow() {
    exhaust();
    sandbox.clock().advance(Duration.ofMinutes(1));

    assertThat(web.get(PROJECTS).status()).isEqualTo(200);
  }

  @Test
  void limitHoldsToTheEndOfItsWindow() {
    exhaust();
    sandbox.clock().advance(Duration.ofMinutes(1).minusMillis(1));

    assertThat(web.get(PROJECTS).status()).isEqualTo(429);
  }

  @Test
  void callIsCountedBeforeItsTokenIsLookedAt() {
    for (int i = 0; i < 3; i++) {
      assertThat(web.get(PROJECTS, "invented").status()).isEqualTo(401);
    }

    assertThat(web.get(PROJECTS, "invented").status()).isEqualTo(429);
  }

  @Test
  void limitOfNothingIsRefused() {
    assertThatThrownBy(() -> VisibuildSandbox.builder().rateLimit(0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Makes the three calls of the window; each asks for a token too, which does not count. */
  private void exhaust() {
    for (int i = 0; i < 3; i++) {
      assertThat(web.get(PROJECTS).status()).isEqualTo(200);
    }
  }
}
