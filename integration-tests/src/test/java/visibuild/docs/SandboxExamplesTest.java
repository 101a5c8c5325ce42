package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import visibuild.ErrorResponse;
import visibuild.NotFoundException;
import visibuild.Paged;
import visibuild.RateLimitedException;
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.Project;
import visibuild.client.VisibuildReadClient;
import visibuild.testing.Fault;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** The sandbox with and without JUnit. */
class SandboxExamplesTest {
  @Nested
  @VisibuildSandboxTest
  class ProjectsTest {
    @Test
    void listSendsATokenThatOnlyReads(VisibuildSandbox sandbox, ReadAccess access) {
      assertThat(VisibuildReadClient.create(access).projects().list()).hasSize(7);
      assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
    }

    @Test
    void rateLimitReportsTheWait(VisibuildSandbox sandbox, ReadAccess access) {
      sandbox.fail(Fault.rateLimited(Duration.ofSeconds(30)));
      assertThatThrownBy(
              () -> VisibuildReadClient.create(access).projects().list().stream().count())
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void expiredTokenIsRefreshed(VisibuildSandbox sandbox, ReadAccess access) {
      VisibuildReadClient api = VisibuildReadClient.create(access);
      assertThat(api.projects().list()).isNotEmpty();
      sandbox.clock().advance(Duration.ofMinutes(61)); // no test sleeps
      assertThat(api.projects().list()).isNotEmpty();
      assertThat(sandbox.tokenRequests()).hasSize(2);
    }
  }

  @Test
  void mock() {
    Paged<Project> noProjects = Paged.of(List.of());
    NotFoundException missing =
        new NotFoundException(ErrorResponse.builder("GET", "tickets/{id}", 404).build());

    assertThat(noProjects).isEmpty();
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void withoutJUnit() {
    try (VisibuildSandbox sandbox =
        VisibuildSandbox.builder().seed(7).rateLimit(100, Duration.ofMinutes(1)).start()) {
      Visibuild visibuild =
          sandbox.visibuild(Scope.READ_WRITE); // or your own, on sandbox.baseUrl()
      assertThat(VisibuildReadClient.create(visibuild.readAccess()).projects().list()).hasSize(7);
    }
  }
}
