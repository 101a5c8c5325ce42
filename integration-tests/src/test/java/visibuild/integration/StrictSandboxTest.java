package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import visibuild.InvalidRequestException;
import visibuild.ReadAccess;
import visibuild.WriteAccess;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.VisibuildSandboxTest;

/** The messages that a test of a misspelt interface shows. */
@VisibuildSandboxTest
class StrictSandboxTest {
  @Test
  void misspeltQueryParameter_isNamedWithTheNearestOne(WriteAccess access) {
    MisspeltApi api = MisspeltApiClient.create(access);

    assertThatThrownBy(() -> api.visis(project(access), "2026-01-01").stream().toList())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("updatedSince")
        .hasMessageContaining("the nearest one is \"updatedAfter\"");
  }

  @Test
  void misspeltBodyMember_isNamedWithTheNearestOne(WriteAccess access) {
    MisspeltApi api = MisspeltApiClient.create(access);
    MisspeltApi.Draft ticket = new MisspeltApi.Draft("Crack", project(access), List.of());

    assertThatThrownBy(() -> api.open(ticket))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("\"attachmentKey\"")
        .hasMessageContaining("the nearest one is \"attachmentKeys\"");
  }

  @Test
  void misspeltPath_isNamedWithTheNearestOne(WriteAccess access) {
    MisspeltApi api = MisspeltApiClient.create(access);

    assertThatThrownBy(() -> api.visisOfProject("p1").stream().toList())
        .hasMessageContaining("GET /api/core/v1/projects/{projectId}/visis");
  }

  private static String project(ReadAccess access) {
    String id = VisibuildReadClient.create(access).projects().list().iterator().next().id();
    assertThat(id).isNotBlank();
    return id;
  }
}
