package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.testing.data.Photo;

class CoreApiTest {
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Web WEB = new Web(SANDBOX);
  private static final String BASE = "/api/core/v1";
  private static final String PROJECT = BASE + "/projects/" + WEB.projectId(3);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "visis | visis | id isRoot alias title description type category status subtypeId projectId"
            + " locationId defectRoundId projectMilestoneId assigneeId assigneeType"
            + " createdByProjectUserId replacedByVisiId projectAttachmentIds dueDate"
            + " holdPointSkippedAt startedAt createdAt updatedAt archived",
        "visi-tags | visiTags | visiId tagId",
        "visi-requirements | visiRequirements | id visiId type order title value choices"
            + " allowMultiple values updatedAt",
        "visi-status-changes | visiStatusChanges | id visiId projectUserId event comment"
            + " statusBefore statusAfter timestamp",
        "locations | locations | id name nestedName projectId",
        "location-closures | locationClosures | ancestorId descendantId depth order",
        "users | projectUsers | id projectId userId projectCompanyId active",
        "companies | projectCompanies | id projectId companyId active",
        "subtypes | subtypes | id name visiCategory",
        "milestones | projectMilestones | id projectId milestoneId archived",
        "defect-rounds | defectRounds | id roundName",
        "attachments | projectAttachments | id title description url projectId createdAt"
            + " updatedAt"
      })
  void listOfAProjectHasItsKeyAndEveryFieldEvenWhenNull(String path, String key, String fields) {
    Web.Reply response = WEB.get(PROJECT + "/" + path);

    assertThat(response.status()).isEqualTo(200);
    assertThat(names(response.json().path("data"))).containsExactly(key);
    assertThat(names(response.data(key).path(0))).containsExactly(fields.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "projects | projects | id name projectIdentifier rootLocationId address active",
        "companies | companies | id name",
        "tags | tags | id name tagSetName order",
        "milestones | milestones | id name order",
        "tickets | tickets | id ticketNo title description status priority projectId locationId"
            + " address companyId createdByUserId contact aiSummary visis createdAt updatedAt",
        "webhooks | webhookEndpoints | id url description events enabled projectIds failureCount"
            + " createdAt updatedAt"
      })
  void listOfTheCompanyHasItsKeyAndEveryField(String path, String key, String fields) {
    Web.Reply response = WEB.get(BASE + "/" + path);

    assertThat(names(response.json().path("data"))).containsExactly(key);
    assertThat(names(response.data(key).path(0))).containsExactly(fields.split(" "));
  }

  @Test
  void usersOfACompanyAreItsOwn() {
    List<String> ids = new ArrayList<>();
    for (JsonNode company : WEB.get(BASE + "/companies").data("companies")) {
      JsonNode users =
          WEB.get(BASE + "/companies/" + company.path("id").asText() + "/users").data("users");
      assertThat(users).hasSize(5);
      assertThat(names(users.path(0))).containsExactly("id", "name", "email", "active");
      ids.addAll(users.findValuesAsText("id"));
    }

    assertThat(ids).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void filesOfATicketHaveEveryField() {
    JsonNode tickets = WEB.get(BASE + "/tickets").data("tickets");

    assertThat(tickets)
        .map(ticket -> WEB.get(BASE + "/tickets/" + ticket.path("id").asText() + "/attachments"))
        .flatMap(response -> List.copyOf(response.data("attachments").findParents("key")))
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(names(file)).containsExactly("id", "key", "url", "createdAt"));
  }

  @Test
  void enumerationsAreInSnakeCase() {
    assertThat(WEB.get(PROJECT + "/visis").data("visis").findValuesAsText("type"))
        .containsOnly(
            "inspection",
            "hold_point",
            "witness_point",
            "task",
            "defect",
            "ncr",
            "incomplete_works",
            "incorrect_works",
            "observation");
    assertThat(WEB.get(PROJECT + "/visis").data("visis").findValuesAsText("status"))
        .containsOnly("open", "in_progress", "in_review", "closed", "n_a", "cant_close");
  }

  @Test
  void momentsHaveMillisecondsAndDatesHaveNone() {
    JsonNode visi = WEB.get(PROJECT + "/visis").data("visis").path(0);

    assertThat(visi.path("createdAt").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(visi.path("dueDate").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void oneAttachmentIsTheOneOfTheList() {
    JsonNode listed = WEB.get(PROJECT + "/attachments").data("projectAttachments").path(4);

    Web.Reply response = WEB.get(PROJECT + "/attachments/" + listed.path("id").asText());

    assertThat(response.data("projectAttachment")).isEqualTo(listed);
  }

  @Test
  void attachmentCanBeReadWhereItsUrlLeads() {
    JsonNode listed = WEB.get(PROJECT + "/attachments").data("projectAttachments").path(0);

    Web.Reply file = WEB.send(new Request.Builder().url(listed.path("url").asText()).build());

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("Content-Length")).isEqualTo(String.valueOf(Photo.bytes().length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/projects/none/visis",
        "/projects/none/locations",
        "/companies/none/users",
        "/tickets/none",
        "/tickets/none/comments",
        "/tickets/none/attachments"
      })
  void unknownIdIsNotFoundInJson(String path) {
    Web.Reply response = WEB.get(BASE + path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.json().path("error").asText()).isEqualTo("not_found");
  }

  @Test
  void attachmentOfAnotherProjectIsNotFound() {
    String id =
        WEB.get(PROJECT + "/attachments").data("projectAttachments").path(0).path("id").asText();
    String other = BASE + "/projects/" + WEB.projectId(1);

    assertThat(WEB.get(other + "/attachments/" + id).status()).isEqualTo(404);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
