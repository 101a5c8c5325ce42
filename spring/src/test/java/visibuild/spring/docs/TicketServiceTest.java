package visibuild.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import visibuild.client.ProjectsApi;
import visibuild.spring.test.AutoConfigureVisibuildSandbox;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

@SpringBootTest
@AutoConfigureVisibuildSandbox
class TicketServiceTest {
  @Autowired VisibuildSandbox sandbox;
  @Autowired ProjectsApi projects;

  @Test
  void reads_carryAReadToken() {
    assertThat(projects.list().stream()).isNotEmpty();
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
  }
}
