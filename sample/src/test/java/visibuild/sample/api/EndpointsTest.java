package visibuild.sample.api;

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
import visibuild.ReadAccess;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.sample.RawApi;
import visibuild.sample.records.ProjectAttachment;
import visibuild.sample.records.Ticket;
import visibuild.testing.VisibuildSandbox;

/**
 * Every endpoint that reads, on the sandbox: the records say what the JSON says, all of it, and
 * have no member that the JSON never says.
 */
class EndpointsTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final RawApi RAW = new RawApi(SANDBOX);
  private static final ReadAccess ACCESS = SANDBOX.visibuild(Scope.READ).readAccess();

  /** Writes a member that is null, too, so that no member of a record is overlooked. */
  private static final ObjectMapper JSON =
      Visibuild.newObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  /** Members of the records that no list says, each with its reason. */
  private static final Map<String, String> NEVER_LISTED =
      Map.of(
          "secret", "of a webhook: only the answer that created it has it",
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
  void recordsSayWhatTheJsonSays(String path, Function<ReadAccess, Paged<?>> list) {
    List<JsonNode> expected = RAW.all(path);

    List<JsonNode> read = list.apply(ACCESS).stream().map(EndpointsTest::tree).toList();

    assertThat(expected).isNotEmpty();
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < read.size(); i++) {
      assertSays(read.get(i), expected.get(i));
    }
    assertThat(Members.of(read)).isSubsetOf(withReasons(Members.sent(expected)));
    assertThat(Members.of(expected)).isSubsetOf(Members.of(read));
  }

  static Stream<Arguments> recordsSayWhatTheJsonSays() {
    String project = idOfFirstActive(CORE + "projects");
    String company = idOfFirst(CORE + "companies");
    String ofProject = CORE + "projects/" + project + "/";
    return Stream.of(
        list(CORE + "projects", access -> ProjectsApiClient.create(access).list()),
        list(ofProject + "visis", access -> VisisApiClient.create(access).ofProject(project)),
        list(ofProject + "visi-tags", access -> VisisApiClient.create(access).tags(project)),
        list(
            ofProject + "visi-requirements",
            access -> VisisApiClient.create(access).requirements(project)),
        list(
            ofProject + "visi-status-changes",
            access -> VisisApiClient.create(access).statusChanges(project)),
        list(
            ofProject + "locations",
            access -> LocationsApiClient.create(access).ofProject(project)),
        list(
            ofProject + "location-closures",
            access -> LocationsApiClient.create(access).closures(project)),
        list(ofProject + "users", access -> ProjectMembersApiClient.create(access).users(project)),
        list(
            ofProject + "companies",
            access -> ProjectMembersApiClient.create(access).companies(project)),
        list(
            ofProject + "subtypes",
            access -> ProjectSetupApiClient.create(access).subtypes(project)),
        list(
            ofProject + "milestones",
            access -> ProjectSetupApiClient.create(access).milestones(project)),
        list(
            ofProject + "defect-rounds",
            access -> ProjectSetupApiClient.create(access).defectRounds(project)),
        list(
            ofProject + "attachments",
            access -> ProjectAttachmentsApiClient.create(access).ofProject(project)),
        list(CORE + "companies", access -> CompaniesApiClient.create(access).list()),
        list(
            CORE + "companies/" + company + "/users",
            access -> CompaniesApiClient.create(access).users(company)),
        list(CORE + "tags", access -> CompaniesApiClient.create(access).tags()),
        list(CORE + "milestones", access -> CompaniesApiClient.create(access).milestones()),
        list(CORE + "webhooks", access -> WebhooksApiClient.create(access).list()),
        list(CORE + "tickets", access -> TicketsApiClient.create(access).list(null)),
        list(
            CORE + "tickets/" + ticketWith("comments") + "/comments",
            access -> TicketsApiClient.create(access).comments(ticketWith("comments"))),
        list(
            CORE + "tickets/" + ticketWith("attachments") + "/attachments",
            access -> TicketsApiClient.create(access).attachments(ticketWith("attachments"))),
        list("api/v2/projects", access -> ReportingApiClient.create(access).projects()),
        list(
            "api/v2/projects/visi-counts",
            access -> ReportingApiClient.create(access).visiCounts()),
        list(
            "api/v2/projects/" + project + "/locations",
            access -> ReportingApiClient.create(access).locations(project)));
  }

  @Test
  void oneAttachmentSaysWhatTheJsonSays() {
    String project = idOfFirst(CORE + "projects");
    String path = CORE + "projects/" + project + "/attachments";
    String id = idOfFirst(path);

    ProjectAttachment read = ProjectAttachmentsApiClient.create(ACCESS).get(project, id);

    assertSays(tree(read), RAW.get(path + "/" + id));
  }

  @Test
  void oneTicketSaysWhatTheJsonSays() {
    String id = idOfFirst(CORE + "tickets");

    Ticket read = TicketsApiClient.create(ACCESS).find(id).orElseThrow();

    assertSays(tree(read), RAW.get(CORE + "tickets/" + id));
  }

  @Test
  void ticketThatIsNotThereIsEmpty() {
    assertThat(TicketsApiClient.create(ACCESS).find("00000000-0000-7000-8000-000000000000"))
        .isEmpty();
  }

  @Test
  void ticketsAreThoseOfOneProjectIfOneIsNamed() {
    String project = RAW.all(CORE + "tickets").get(0).get("projectId").asText();

    assertThat(TicketsApiClient.create(ACCESS).list(project))
        .isNotEmpty()
        .extracting(Ticket::projectId)
        .containsOnly(project);
  }

  private static Arguments list(String path, Function<ReadAccess, Paged<?>> list) {
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

  private static void assertSays(JsonNode read, JsonNode expected) {
    assertThat(LostFields.of(read, expected)).isEmpty();
  }
}
