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
        "visi-tags | visiTags | id visiId tagId projectId",
        "visi-requirements | visiRequirements | id visiId projectId name required completedAt",
        "visi-status-changes | visiStatusChanges | id visiId projectId fromStatus toStatus"
            + " changedByProjectUserId createdAt",
        "locations | locations | id name nestedName projectId",
        "location-closures | locationClosures | ancestorId descendantId depth order",
        "users | projectUsers | id projectId userId projectCompanyId name email",
        "companies | projectCompanies | id projectId companyId name",
        "subtypes | subtypes | id projectId name type",
        "milestones | projectMilestones | id projectId milestoneId name dueDate",
        "defect-rounds | defectRounds | id projectId name createdAt",
        "attachments | projectAttachments | id key filename contentType fileSize url createdAt"
      })
  void listOfAProjectHasItsKeyAndEveryFieldEvenWhenNull(String path, String key, String fields) {
    Web.Answer answer = WEB.get(PROJECT + "/" + path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(names(answer.json().path("data"))).containsExactly(key);
    assertThat(names(answer.data(key).path(0))).containsExactly(fields.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "projects | projects | id name projectIdentifier rootLocationId address active",
        "companies | companies | id name",
        "tags | tags | id name colour",
        "milestones | milestones | id name",
        "tickets | tickets | id ticketNo title description status priority projectId locationId"
            + " address companyId createdByUserId contact aiSummary visis createdAt updatedAt"
      })
  void listOfTheCompanyHasItsKeyAndEveryField(String path, String key, String fields) {
    Web.Answer answer = WEB.get(BASE + "/" + path);

    assertThat(names(answer.json().path("data"))).containsExactly(key);
    assertThat(names(answer.data(key).path(0))).containsExactly(fields.split(" "));
  }

  @Test
  void usersOfACompanyAreItsOwn() {
    String id = WEB.get(BASE + "/companies").data("companies").path(2).path("id").asText();

    Web.Answer answer = WEB.get(BASE + "/companies/" + id + "/users");

    assertThat(answer.data("users")).hasSize(5);
    assertThat(answer.data("users")).allMatch(user -> user.path("companyId").asText().equals(id));
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

    Web.Answer answer = WEB.get(PROJECT + "/attachments/" + listed.path("id").asText());

    assertThat(answer.data("projectAttachment")).isEqualTo(listed);
  }

  @Test
  void attachmentCanBeReadWhereItsUrlLeads() {
    JsonNode listed = WEB.get(PROJECT + "/attachments").data("projectAttachments").path(0);

    Web.Answer file = WEB.send(new Request.Builder().url(listed.path("url").asText()).build());

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("Content-Length")).isEqualTo(listed.path("fileSize").asText());
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
    Web.Answer answer = WEB.get(BASE + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("error").asText()).isEqualTo("not_found");
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
