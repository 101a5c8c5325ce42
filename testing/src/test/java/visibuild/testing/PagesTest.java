package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String PROJECTS = "/api/core/v1/projects";

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 5000})
  void pagesOfEverySizeAddUpToTheWholeInOrder(int pageSize) {
    String path = PROJECTS + "/" + WEB.projectId(3) + "/visis";
    List<String> ids = WEB.all(path, "visis", pageSize).stream().map(PagesTest::id).toList();

    assertThat(ids).hasSize(900).doesNotHaveDuplicates().isSorted();
  }

  private static String id(JsonNode visi) {
    return visi.path("id").asText();
  }

  @Test
  void firstPageOfManySaysWhereTheNextBegins() {
    Web.Answer answer = WEB.get(PROJECTS + "?pageSize=2");

    assertThat(answer.data("projects")).hasSize(2);
    assertThat(answer.json().path("pagination").path("pageSize").asInt()).isEqualTo(2);
    assertThat(answer.json().path("pagination").path("next").asText())
        .isEqualTo(answer.data("projects").path(1).path("id").asText());
    assertThat(answer.header("X-Has-Next-Page")).isEqualTo("true");
    assertThat(answer.header("X-Per-Page")).isEqualTo("2");
  }
}
