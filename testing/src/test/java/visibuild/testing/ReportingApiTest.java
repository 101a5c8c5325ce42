package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ReportingApiTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String BASE = "/api/v2/projects";

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void pagesHaveFiveRecords() {
    Web.Reply first = WEB.get(BASE);
    String next = first.json().path("pagination").path("next").asText();
    Web.Reply second = WEB.get(BASE + "?next=" + next);

    assertThat(first.data("projects")).hasSize(5);
    assertThat(first.json().path("pagination").path("pageSize").asInt()).isEqualTo(5);
    assertThat(second.data("projects")).hasSize(2);
    assertThat(second.json().path("pagination").path("next").isNull()).isTrue();
  }

  @Test
  void pageSizeIsNotLookedAt() {
    assertThat(WEB.get(BASE + "?pageSize=2").data("projects")).hasSize(5);
  }

  @Test
  void projectsHaveIdAndNameOnly() {
    JsonNode project = WEB.get(BASE).data("projects").path(0);

    assertThat(project).hasSize(2);
    assertThat(project.path("id").asText()).isEqualTo(WEB.projectId(0));
    assertThat(project.path("name").asText()).isEqualTo("Northern Depot");
  }

  @Test
  void locationsAreThoseOfTheCoreApi() {
    String id = WEB.projectId(6);

    assertThat(all(BASE + "/" + id + "/locations", "locations"))
        .isEqualTo(WEB.all("/api/core/v1/projects/" + id + "/locations", "locations", 1000));
  }

  @Test
  void locationsOfAnUnknownProjectAreNotFound() {
    assertThat(WEB.get(BASE + "/none/locations").status()).isEqualTo(404);
  }

  @Test
  void countsComeForEveryProject() {
    assertThat(all(BASE + "/visi-counts", "projects"))
        .extracting(project -> project.path("id").asText())
        .isEqualTo(
            all(BASE, "projects").stream().map(project -> project.path("id").asText()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "inspection, inspection",
    "task, task",
    "incorrectWorks, incorrect_works",
    "ncr, ncr",
    "defect, defect",
    "incompleteWorks, incomplete_works",
    "holdPoint, hold_point",
    "witnessPoint, witness_point"
  })
  void countsOfATypeAreThoseOfTheVisis(String name, String type) {
    JsonNode counted = counts().path("visiCounts").path(name);

    assertThat(counted.path("open").asLong()).isEqualTo(count(type, "open"));
    assertThat(counted.path("inProgress").asLong()).isEqualTo(count(type, "in_progress"));
    assertThat(counted.path("inReview").asLong()).isEqualTo(count(type, "in_review"));
    assertThat(counted.path("na").asLong()).isEqualTo(count(type, "n_a"));
    assertThat(counted.path("cantClose").asLong()).isEqualTo(count(type, "cant_close"));
    assertThat(counted.path("closed").asLong()).isEqualTo(count(type, "closed"));
    assertThat(counted.path("complete").asLong())
        .isEqualTo(count(type, "closed") + count(type, "n_a") + count(type, "cant_close"));
    assertThat(counted.path("total").asLong())
        .isPositive()
        .isEqualTo(count(visi -> visi.path("type").asText().equals(type)));
  }

  @Test
  void skippedHoldPointsAreCounted() {
    assertThat(counts().path("skippedHoldPoints").asLong())
        .isPositive()
        .isEqualTo(count(visi -> !visi.path("holdPointSkippedAt").isNull()));
  }

  private static JsonNode counts() {
    return all(BASE + "/visi-counts", "projects").get(3);
  }

  private static long count(String type, String status) {
    return count(
        visi ->
            visi.path("type").asText().equals(type) && visi.path("status").asText().equals(status));
  }

  private static long count(Predicate<JsonNode> wanted) {
    return WEB.all("/api/core/v1/projects/" + WEB.projectId(3) + "/visis", "visis", 5000).stream()
        .filter(visi -> !visi.path("archived").asBoolean())
        .filter(wanted)
        .count();
  }

  private static List<JsonNode> all(String path, String key) {
    List<JsonNode> records = new ArrayList<>();
    String token = WEB.token("read");
    String next = "";
    while (next != null) {
      Web.Reply response = WEB.get(path + (next.isEmpty() ? "" : "?next=" + next), token);
      response.data(key).forEach(records::add);
      next = response.json().path("pagination").path("next").textValue();
    }
    return records;
  }
}
