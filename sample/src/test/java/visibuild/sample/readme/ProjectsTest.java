package visibuild.sample.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import visibuild.RateLimitedException;
import visibuild.ReadAccess;
import visibuild.testing.Fault;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** The test that the README shows. */
@VisibuildSandboxTest
class ProjectsTest {
  @Test
  void readsWithATokenThatOnlyReads(VisibuildSandbox sandbox, ReadAccess access) {
    assertThat(ProjectsApiClient.create(access).list()).hasSize(7);
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
  }

  @Test
  void tellsHowLongToWait(VisibuildSandbox sandbox, ReadAccess access) {
    sandbox.fail(Fault.rateLimited(Duration.ofSeconds(30)));
    assertThatThrownBy(() -> ProjectsApiClient.create(access).list().stream().count())
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
  }

  @Test
  void asksForANewTokenAfterAnHour(VisibuildSandbox sandbox, ReadAccess access) {
    ProjectsApi projects = ProjectsApiClient.create(access);
    assertThat(projects.list()).isNotEmpty();
    sandbox.clock().advance(Duration.ofMinutes(61)); // no test sleeps
    assertThat(projects.list()).isNotEmpty();
    assertThat(sandbox.tokenRequests()).hasSize(2);
  }
}
