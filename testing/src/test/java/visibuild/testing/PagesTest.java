package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String PROJECTS = "/api/core/v1/projects";
  private static final String LARGEST = PROJECTS + "/" + WEB.projectId(1);
  private static final String MIDDLING = PROJECTS + "/" + WEB.projectId(3);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 5000})
  void pagesOfEverySizeAddUpToTheWholeInOrder(int pageSize) {
    assertThat(ids(WEB.all(MIDDLING + "/visis", "visis", pageSize)))
        .hasSize(900)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "visi-tags, visiTags",
    "visi-requirements, visiRequirements",
    "visi-status-changes, visiStatusChanges",
    "locations, locations",
    "location-closures, locationClosures",
    "users, projectUsers",
    "companies, projectCompanies",
    "subtypes, subtypes",
    "milestones, projectMilestones",
    "defect-rounds, defectRounds",
    "attachments, projectAttachments"
  })
  void smallPagesOfEveryListAddUpToOneLargePage(String path, String key) {
    List<JsonNode> small = WEB.all(MIDDLING + "/" + path, key, 37);

    assertThat(small).isNotEmpty().isEqualTo(WEB.all(MIDDLING + "/" + path, key, 5000));
  }

  @Test
  void firstPageOfManyReportsWhereTheNextBegins() {
    Web.Reply response = WEB.get(PROJECTS + "?pageSize=2");

    assertThat(response.data("projects")).hasSize(2);
    assertThat(response.json().path("pagination").path("pageSize").asInt()).isEqualTo(2);
    assertThat(response.json().path("pagination").path("next").asText())
        .isEqualTo(response.data("projects").path(1).path("id").asText());
    assertThat(response.header("X-Has-Next-Page")).isEqualTo("true");
    assertThat(response.header("X-Per-Page")).isEqualTo("2");
  }

  @Test
  void lastPageHasANextThatIsNull() {
    Web.Reply response = WEB.get(PROJECTS);

    assertThat(response.json().path("pagination").has("next")).isTrue();
    assertThat(response.json().path("pagination").path("next").isNull()).isTrue();
    assertThat(response.header("X-Has-Next-Page")).isEqualTo("false");
  }

  @Test
  void pageThatIsExactlyFullIsTheLast() {
    assertThat(WEB.get(PROJECTS + "?pageSize=7").header("X-Has-Next-Page")).isEqualTo("false");
  }

  @Test
  void emptyListIsOnePageWithoutRecords() {
    Web.Reply response = WEB.get(PROJECTS + "/" + WEB.projectId(6) + "/visis");

    assertThat(response.data("visis").isArray()).isTrue();
    assertThat(response.data("visis")).isEmpty();
    assertThat(response.json().path("pagination").path("next").isNull()).isTrue();
  }

  @Test
  void pageHasAThousandRecordsWhenNothingIsSaid() {
    assertThat(WEB.get(LARGEST + "/visis").data("visis")).hasSize(1000);
  }

  @Test
  void pageOfFiveThousandIsGiven() {
    assertThat(WEB.get(LARGEST + "/visi-status-changes?pageSize=5000").data("visiStatusChanges"))
        .hasSize(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "5001", "99999999999999999999", "abc", "1e3", "7.0", "", "+7"})
  void badPageSizeIsABadRequest(String pageSize) {
    Web.Reply response = WEB.get(PROJECTS + "?pageSize=" + pageSize);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText()).startsWith("pageSize is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invented", "00000000-0000-7000-8000-000000000000", "", "%00", "zzzz"})
  void unknownCursorIsABadRequest(String cursor) {
    assertThat(WEB.get(PROJECTS + "?next=" + cursor).status()).isEqualTo(400);
  }

  @Test
  void cursorOfAnotherListIsABadRequest() {
    assertThat(WEB.get(MIDDLING + "/visis?next=" + WEB.projectId(0)).status()).isEqualTo(400);
  }

  @Test
  void parameterThatIsNotKnownChangesNothing() {
    assertThat(WEB.get(PROJECTS + "?cursor=x&items=3&per_page=1").data("projects")).hasSize(7);
  }

  @Test
  void updatedAfterAndBeforePartTheVisisInTwo() {
    Instant cut = Instant.parse("2025-12-24T18:00:00Z");
    List<String> after = ids(WEB.get(LARGEST + "/visis?pageSize=5000&updatedAfter=" + cut));
    List<String> before = ids(WEB.get(LARGEST + "/visis?pageSize=5000&updatedBefore=" + cut));

    assertThat(after).isNotEmpty();
    assertThat(before).isNotEmpty().doesNotContainAnyElementsOf(after);
    assertThat(after.size() + before.size()).isEqualTo(2400);
  }

  @Test
  void updatedAfterDoesNotIncludeItsMoment() {
    JsonNode visi = WEB.get(MIDDLING + "/visis?pageSize=1").data("visis").path(0);

    assertThat(ids(WEB.get(MIDDLING + "/visis?updatedAfter=" + visi.path("updatedAt").asText())))
        .doesNotContain(visi.path("id").asText());
  }

  @Test
  void filteredPagesAddUpToTheFilteredWhole() {
    String path = LARGEST + "/visis?updatedAfter=2025-12-24T18:00:00Z&pageSize=";
    Web.Reply first = WEB.get(path + 100);
    List<String> whole = ids(WEB.get(path + 5000));
    Web.Reply second =
        WEB.get(path + 100 + "&next=" + first.json().path("pagination").path("next").asText());

    assertThat(ids(first)).isEqualTo(whole.subList(0, 100));
    assertThat(ids(second)).isEqualTo(whole.subList(100, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T11:00:00%2B11:00"})
  void momentMayBeADateOrHaveAnOffset(String moment) {
    assertThat(ids(WEB.get(LARGEST + "/visis?pageSize=5000&updatedAfter=" + moment)))
        .isEqualTo(
            ids(WEB.get(LARGEST + "/visis?pageSize=5000&updatedAfter=2026-01-01T00:00:00.000Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-13-01", "1767225600", "2026-01-01T11:00:00+11:00"})
  void badMomentIsABadRequest(String moment) {
    assertThat(WEB.get(LARGEST + "/visis?updatedAfter=" + moment).status()).isEqualTo(400);
  }

  private static List<String> ids(Web.Reply response) {
    assertThat(response.status()).isEqualTo(200);
    return ids(List.copyOf(response.data("visis").findParents("isRoot")));
  }

  private static List<String> ids(List<JsonNode> records) {
    return records.stream().map(record -> record.path("id").asText()).toList();
  }
}
