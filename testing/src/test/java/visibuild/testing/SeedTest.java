package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;

class SeedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/core/v1/projects",
        "/api/core/v1/companies",
        "/api/core/v1/tickets",
        "/api/v2/projects/visi-counts"
      })
  void sandboxesOfOneSeedRespondAlike(String path) {
    try (VisibuildSandbox one = VisibuildSandbox.builder().seed(7).start();
        VisibuildSandbox other = VisibuildSandbox.builder().seed(7).start()) {
      assertThat(new Web(one).get(path).body()).isEqualTo(new Web(other).get(path).body());
    }
  }

  @Test
  void sandboxesOfOneSeedHaveTheSameClients() {
    try (VisibuildSandbox one = VisibuildSandbox.start();
        VisibuildSandbox other = VisibuildSandbox.start()) {
      assertThat(one.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET"))
          .isEqualTo(other.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET"));
    }
  }

  @Test
  void sandboxesOfDifferentSeedsHaveDifferentSecrets() {
    try (VisibuildSandbox one = VisibuildSandbox.start();
        VisibuildSandbox other = VisibuildSandbox.builder().seed(2).start()) {
      assertThat(one.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET"))
          .isNotEqualTo(other.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET"));
    }
  }

  @Test
  void createdIdsAreAlikeToo() {
    try (VisibuildSandbox one = VisibuildSandbox.start();
        VisibuildSandbox other = VisibuildSandbox.start()) {
      assertThat(createdAfterAMinute(one)).isEqualTo(createdAfterAMinute(other));
    }
  }

  private static String createdAfterAMinute(VisibuildSandbox sandbox) {
    Web web = new Web(sandbox);
    sandbox.clock().advance(Duration.ofMinutes(1));
    return web.write(
            "POST",
            "/api/core/v1/webhooks",
            "{\"url\":\"https://example.com/\",\"events\":[\"ticket.created\"]}")
        .data("webhookEndpoint")
        .path("id")
        .asText();
  }
}
