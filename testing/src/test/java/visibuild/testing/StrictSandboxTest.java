package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Scope;

class StrictSandboxTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.builder().strict().start();
  private final Web web = new Web(sandbox);
  private final String projectId = web.projectId(0);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "updatedSince=2026-01-01, updatedSince, updatedAfter",
    "updated_after=2026-01-01, updated_after, updatedAfter",
    "page_size=5, page_size, pageSize",
    "cursor=x, cursor, next",
    "PageSize=5, PageSize, pageSize",
    "pageSize[]=5, pageSize[], pageSize"
  })
  void unknownQueryParameter_isRefusedWithTheNearestOne(
      String query, String unknown, String nearest) {
    Web.Reply response = web.get("/api/core/v1/projects/" + projectId + "/visis?" + query);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText())
        .contains("GET /api/core/v1/projects/{projectId}/visis")
        .contains("query parameter \"" + unknown + "\"")
        .contains("the nearest one is \"" + nearest + "\"");
  }

  @Test
  void pageSizeOfTheReportingApi_isRefused() {
    assertThat(web.get("/api/v2/projects?pageSize=5").json().path("message").asText())
        .contains("query parameter \"pageSize\"; the nearest one is \"next\"");
  }

  @Test
  void queryParameterOfAnEndpointWithoutAny_isRefused() {
    assertThat(web.write("POST", "/api/core/v1/tickets?draft=true", ticket("")).json().toString())
        .contains("query parameter \\\"draft\\\"; it takes none");
  }

  @Test
  void unknownMember_isRefusedAndNothingIsCreated() {
    int tickets = web.all("/api/core/v1/tickets", "tickets", 1000).size();

    Web.Reply response =
        web.write("POST", "/api/core/v1/tickets", ticket(", \"attachmentKey\": []"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText())
        .contains("POST /api/core/v1/tickets")
        .contains("body member \"attachmentKey\"; the nearest one is \"attachmentKeys\"");
    assertThat(web.all("/api/core/v1/tickets", "tickets", 1000)).hasSize(tickets);
  }

  @ParameterizedTest
  @CsvSource({"attachmentkeys, attachmentKeys", "Title, title", "project_id, projectId"})
  void memberInAnotherSpelling_isRefusedWithTheDocumentedOne(String unknown, String nearest) {
    Web.Reply response =
        web.write("POST", "/api/core/v1/tickets", ticket(", \"" + unknown + "\": \"x\""));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText())
        .contains("body member \"" + unknown + "\"; the nearest one is \"" + nearest + "\"");
  }

  @Test
  void wrappedBody_isRefusedByTheNameOfTheWrapper() {
    assertThat(web.write("POST", "/api/core/v1/tickets", "{\"ticket\":" + ticket("") + "}").body())
        .contains("body member \\\"ticket\\\"");
  }

  /** The server may take either value. */
  @Test
  void memberOrParameterThatOccursTwice_isRefused() {
    assertThat(web.write("POST", "/api/core/v1/tickets", ticket(", \"title\": \"b\"")).body())
        .contains("gets the body member \\\"title\\\" more than once");
    assertThat(web.get("/api/core/v1/projects?pageSize=5&pageSize=9").body())
        .contains("gets the query parameter \\\"pageSize\\\" more than once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"attachmentKeys\": \"x\"",
        "\"attachmentKeys\": [{\"key\": \"x\"}]",
        "\"attachmentKeys\": [null]",
        "\"description\": 5"
      })
  void memberOfAnotherType_isRefusedByItsName(String member) {
    Web.Reply response = web.write("POST", "/api/core/v1/tickets", ticket(", " + member));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.json().path("errors").has(member.substring(1, member.indexOf('"', 1))))
        .isTrue();
  }

  @Test
  void unknownMember_isRefusedWithNullToo() {
    assertThat(web.write("POST", "/api/core/v1/tickets", ticket(", \"status\": null")).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/core/v1/project, GET /api/core/v1/projects",
    "/api/core/v1/projects/7/visi, GET /api/core/v1/projects/{projectId}/visis",
    "/api/core/projects, GET /api/core/v1/projects",
    "/API/core/v1/projects, GET /api/core/v1/projects",
    "/api/core/v1/projects/, GET /api/core/v1/projects",
    "/api/core/v1//projects, GET /api/core/v1/projects",
    "/api/core/v1/projects;x=1, GET /api/core/v1/projects",
    "/api/v2/projects/visi-count, GET /api/v2/projects/visi-counts",
    "/api/core/v1/tickets/7/comment, GET /api/core/v1/tickets/{id}/comments"
  })
  void unknownPath_isRefusedWithTheNearestOne(String path, String nearest) {
    Web.Reply response = web.get(path);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText())
        .startsWith("GET " + path + " is not a documented endpoint")
        .contains("the nearest one is " + nearest + ".");
  }

  @Test
  void unknownMethod_isRefusedWithTheNearestPath() {
    assertThat(web.write("PATCH", "/api/core/v1/tickets/7", "{}").json().path("message").asText())
        .contains("the nearest one is GET /api/core/v1/tickets/{id}.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/tokens", "/oauth/token/", "/oauth2/token", "/oauth/revoke"})
  void pathLikeTheTokenEndpoint_isRefusedWithIt(String path) {
    assertThat(web.write("POST", path, "{}").json().path("message").asText())
        .contains("the nearest one is POST /oauth/token.");
  }

  @Test
  void unknownNames_areShownOnOneShortLine() {
    for (String path :
        new String[] {
          "/api/core/v1/projects?a%0Ab%E2%80%AEc=1",
          "/api/core/v1/projects?" + "x".repeat(3000) + "=1",
          "/" + "y".repeat(3000)
        }) {
      String message = web.get(path).json().path("message").asText();

      assertThat(message).contains("is strict").hasSizeLessThan(600);
      assertThat(message.codePoints())
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
  }

  @Test
  void bodyOfAnEndpointThatReadsNone_isRefused() {
    String path = "/api/core/v1/webhooks/7";

    assertThat(web.write("DELETE", path, "{\"force\":true}").json().path("message").asText())
        .contains("DELETE /api/core/v1/webhooks/{id} takes no body, and this one has 14 bytes");
    assertThat(web.write("DELETE", path, null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"scopes, scope", "Scope, scope", "audience, client_id"})
  void unknownParameterOfATokenRequest_isRefused(String unknown, String nearest) {
    Web.Reply response = web.requestToken(Scope.READ_WRITE, Map.of(unknown, "read write"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("message").asText())
        .contains("POST /oauth/token has no documented form parameter \"" + unknown + "\"")
        .contains("the nearest one is \"" + nearest + "\"");
  }

  @Test
  void parameterOfATokenRequestThatOccursTwice_isRefused() {
    assertThat(web.requestToken(Scope.READ_WRITE, Map.of("grant_type", "password")).body())
        .contains("gets the form parameter \\\"grant_type\\\" more than once");
  }

  @Test
  void queryOfATokenRequest_isRefused() {
    Request request =
        web.to("/oauth/token?scope=read")
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();

    assertThat(web.send(request).json().path("message").asText())
        .contains("query parameter \"scope\"; it takes none");
  }

  @Test
  void documentedRequest_isServed() {
    String visis = "/api/core/v1/projects/" + projectId + "/visis";

    assertThat(web.get(visis + "?updatedAfter=2026-01-01&pageSize=5").status()).isEqualTo(200);
    assertThat(web.write("POST", "/api/core/v1/tickets", ticket("")).status()).isEqualTo(201);
  }

  @Test
  void missingRecord_isStill404() {
    assertThat(web.get("/api/core/v1/tickets/7").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/core/v1/tags?colour=red",
        "/api/core/v1/tags?pageSize=5&x",
        "/api/core/v1/tags?pageSize=5&pageSize=6",
        "/api/core/v1/tags/"
      })
  void lenientSandbox_ignoresUnknownParameters(String path) {
    try (VisibuildSandbox lenient = VisibuildSandbox.start()) {
      assertThat(new Web(lenient).get(path).status()).isEqualTo(200);
      assertThat(new Web(lenient).get("/api/core/v1/tag").status()).isEqualTo(404);
    }
  }

  private String ticket(String more) {
    return "{\"title\": \"Crack\", \"projectId\": \"" + projectId + "\"" + more + "}";
  }
}
