package visibuild.client;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.testing.VisibuildSandbox;

/**
 * Reads every endpoint of the sandbox and compares the records with its JSON: no value is lost, and
 * no record has a component that the JSON never fills.
 */
class EndpointsTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final RawApi RAW = new RawApi(SANDBOX);
  private static final VisibuildReadClient API =
      VisibuildReadClient.create(SANDBOX.visibuild(Scope.READ).readAccess());

  /** Writes null members too, so that every component of a record is compared. */
  private static final ObjectMapper JSON =
      Visibuild.newObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  /** Components that no list fills, each with its reason. */
  private static final Map<String, String> NEVER_LISTED =
      Map.of(
          "visis/holdPointSkippedAt",
              "rare, and few visis are in tickets; the list of visis has it",
          "visis/replacedByVisiId", "the same");

  private static final String CORE = "api/core/v1/";

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void recordsHaveTheValuesOfTheJson(String path, Function<VisibuildReadClient, Paged<?>> list) {
    List<JsonNode> expected = RAW.all(path);

    List<JsonNode> read = list.apply(API).stream().map(EndpointsTest::tree).toList();

    assertThat(expected).isNotEmpty();
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < read.size(); i++) {
      assertSameValues(read.get(i), expected.get(i));
    }
    assertThat(Members.of(read)).isSubsetOf(withReasons(Members.sent(expected)));
    assertThat(Members.of(expected)).isSubsetOf(Members.of(read));
  }

  static Stream<Arguments> recordsHaveTheValuesOfTheJson() {
    String project = idOfFirstActive(CORE + "projects");
    String company = idOfFirst(CORE + "companies");
    String ofProject = CORE + "projects/" + project + "/";
    String commented = ticketWith("comments");
    String withFiles = ticketWith("attachments");
    return Stream.of(
        list(CORE + "projects", api -> api.projects().list()),
        list(ofProject + "visis", api -> api.visis().ofProject(project)),
        list(ofProject + "visi-tags", api -> api.visis().tags(project)),
        list(ofProject + "visi-requirements", api -> api.visis().requirements(project)),
        list(ofProject + "visi-status-changes", api -> api.visis().statusChanges(project)),
        list(ofProject + "locations", api -> api.locations().ofProject(project)),
        list(ofProject + "location-closures", api -> api.locations().closures(project)),
        list(ofProject + "users", api -> api.projects().users(project)),
        list(ofProject + "companies", api -> api.projects().companies(project)),
        list(ofProject + "subtypes", api -> api.projects().subtypes(project)),
        list(ofProject + "milestones", api -> api.projects().milestones(project)),
        list(ofProject + "defect-rounds", api -> api.projects().defectRounds(project)),
        list(ofProject + "attachments", api -> api.projectAttachments().ofProject(project)),
        list(CORE + "companies", api -> api.companies().list()),
        list(CORE + "companies/" + company + "/users", api -> api.companies().users(company)),
        list(CORE + "tags", api -> api.tags().list()),
        list(CORE + "milestones", api -> api.milestones().list()),
        list(CORE + "webhooks", api -> api.webhooks().list()),
        list(CORE + "tickets", api -> api.tickets().list()),
        list(CORE + "tickets/" + commented + "/comments", api -> api.tickets().comments(commented)),
        list(
            CORE + "tickets/" + withFiles + "/attachments",
            api -> api.tickets().attachments(withFiles)),
        list("api/v2/projects", api -> api.reporting().projects()),
        list("api/v2/projects/visi-counts", api -> api.reporting().visiCounts()),
        list(
            "api/v2/projects/" + project + "/locations",
            api -> api.reporting().locations(project)));
  }

  @Test
  void foundAttachmentHasTheValuesOfTheJson() {
    String project = idOfFirst(CORE + "projects");
    String path = CORE + "projects/" + project + "/attachments";
    String id = idOfFirst(path);

    ProjectAttachment read = API.projectAttachments().find(project, id).orElseThrow();

    assertSameValues(tree(read), RAW.get(path + "/" + id));
  }

  @Test
  void foundTicketHasTheValuesOfTheJson() {
    String id = idOfFirst(CORE + "tickets");

    Ticket read = API.tickets().find(id).orElseThrow();

    assertSameValues(tree(read), RAW.get(CORE + "tickets/" + id));
  }

  @Test
  void unknownTicketIsEmpty() {
    assertThat(API.tickets().find("00000000-0000-7000-8000-000000000000")).isEmpty();
  }

  @Test
  void ticketsOfAProject_haveItsId() {
    String project = RAW.all(CORE + "tickets").get(0).get("projectId").asText();

    assertThat(API.tickets().ofProject(project))
        .isNotEmpty()
        .extracting(Ticket::projectId)
        .containsOnly(project);
  }

  private static Arguments list(String path, Function<VisibuildReadClient, Paged<?>> list) {
    return arguments(path, list);
  }

  private static String ticketWith(String part) {
    return RAW.all(CORE + "tickets").stream()
        .map(EndpointsTest::id)
        .filter(id -> !RAW.all(CORE + "tickets/" + id + "/" + part).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static String idOfFirst(String path) {
    return id(RAW.all(path).get(0));
  }

  private static String idOfFirstActive(String path) {
    return RAW.all(path).stream()
        .filter(record -> record.get("active").asBoolean())
        .map(EndpointsTest::id)
        .findFirst()
        .orElseThrow();
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }

  private static JsonNode tree(Object record) {
    return JSON.valueToTree(record);
  }

  private static Set<String> withReasons(Set<String> sent) {
    return Stream.concat(sent.stream(), NEVER_LISTED.keySet().stream()).collect(toSet());
  }

  private static void assertSameValues(JsonNode read, JsonNode expected) {
    assertThat(LostFields.of(read, expected)).isEmpty();
  }
}
