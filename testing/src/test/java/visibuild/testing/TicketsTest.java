package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {
  private static final String TICKETS = "/api/core/v1/tickets";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final Web web = new Web(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void ticketsOfAProjectAreItsOwn() {
    String projectId = web.projectId(1);

    JsonNode tickets = web.get(TICKETS + "?projectId=" + projectId).data("tickets");

    assertThat(tickets).isNotEmpty();
    assertThat(tickets.findValuesAsText("projectId")).containsOnly(projectId);
    assertThat(tickets.size()).isLessThan(web.get(TICKETS).data("tickets").size());
  }

  @Test
  void projectThatDoesNotExistHasNoTickets() {
    assertThat(web.get(TICKETS + "?projectId=none").data("tickets")).isEmpty();
  }

  @Test
  void someTicketsHaveVisisEmbeddedWithAllTheirFields() {
    JsonNode visi = web.get(TICKETS).data("tickets").findParent("alias");

    assertThat(visi.path("alias").asText()).startsWith("VIS-");
    assertThat(visi.has("createdByProjectUserId")).isTrue();
  }

  @Test
  void commentsOfATicketHaveTypesAndAuthors() {
    List<JsonNode> comments = new ArrayList<>();
    for (JsonNode ticket : web.get(TICKETS).data("tickets")) {
      web.get(TICKETS + "/" + ticket.path("id").asText() + "/comments")
          .data("comments")
          .forEach(comments::add);
    }

    assertThat(comments)
        .extracting(comment -> comment.path("commentType").asText())
        .contains("public", "private", "internal");
    assertThat(comments).allMatch(comment -> !comment.path("userId").asText().isEmpty());
  }

  @Test
  void openedTicketReturnsItsContent() {
    Web.Reply response =
        open("{\"title\":\"Leak\",\"description\":\"Drips\",\"priority\":\"urgent\"}");

    assertThat(response.status()).isEqualTo(201);
    JsonNode ticket = response.data("ticket");
    assertThat(ticket.path("title").asText()).isEqualTo("Leak");
    assertThat(ticket.path("description").asText()).isEqualTo("Drips");
    assertThat(ticket.path("priority").asText()).isEqualTo("urgent");
    assertThat(ticket.path("status").asText()).isEqualTo("pending");
    assertThat(ticket.path("projectId").asText()).isEqualTo(web.projectId(3));
    assertThat(ticket.path("createdAt").asText()).isEqualTo("2026-03-02T09:00:00.000Z");
  }

  @Test
  void openedTicketCanBeRead() {
    JsonNode ticket = open("{\"title\":\"Leak\"}").data("ticket");

    assertThat(web.get(TICKETS + "/" + ticket.path("id").asText()).data("ticket"))
        .isEqualTo(ticket);
  }

  @Test
  void openedTicketsAreLastInTheListInTheirOrder() {
    String one = open("{\"title\":\"One\"}").data("ticket").path("id").asText();
    String two = open("{\"title\":\"Two\"}").data("ticket").path("id").asText();
    sandbox.clock().advance(Duration.ofSeconds(1));
    String three = open("{\"title\":\"Three\"}").data("ticket").path("id").asText();

    List<String> ids =
        web.all(TICKETS, "tickets", 10).stream().map(t -> t.path("id").asText()).toList();

    assertThat(ids).hasSize(63).isSorted().endsWith(one, two, three);
  }

  @Test
  void ticketNumbersGoOn() {
    assertThat(open("{\"title\":\"One\"}").data("ticket").path("ticketNo").asInt()).isEqualTo(161);
    assertThat(open("{\"title\":\"Two\"}").data("ticket").path("ticketNo").asInt()).isEqualTo(162);
  }

  @Test
  void priorityIsMediumWhenNothingIsSaid() {
    assertThat(open("{\"title\":\"Leak\"}").data("ticket").path("priority").asText())
        .isEqualTo("medium");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | title | can't be blank",
        "{'title':null} | title | can't be blank",
        "{'title':'  '} | title | can't be blank",
        "{'title':5} | title | must be a string",
        "{'title':'x','priority':'highest'} | priority | is not included in the list",
        "{'title':'x','description':[]} | description | must be a string",
        "{'title':'x','attachmentKeys':'k'} | attachmentKeys | must be an array of strings",
        "{'title':'x','attachmentKeys':[1]} | attachmentKeys | must be an array of strings",
        "{'title':'x','attachmentKeys':['k']} | attachmentKeys"
            + " | has a key under which nothing was uploaded"
      })
  void invalidTicketIsRefusedWithTheFieldAndTheReason(String body, String field, String reason) {
    Web.Reply response = open(body.replace('\'', '"').replace("can\"t", "can't"));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.json().path("errors")).hasSize(1);
    assertThat(response.json().path("errors").path(field).path(0).asText()).isEqualTo(reason);
  }

  @Test
  void titleOfMoreThan255CharactersIsRefused() {
    assertThat(open("{\"title\":\"" + "x".repeat(256) + "\"}").status()).isEqualTo(422);
  }

  @Test
  void projectThatDoesNotExistIsAnErrorOfItsField() {
    Web.Reply response = web.write("POST", TICKETS, "{\"title\":\"x\",\"projectId\":\"none\"}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.json().path("errors").path("projectId").path(0).asText())
        .isEqualTo("must exist");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Web.Reply response = web.write("POST", TICKETS, "{\"priority\":\"highest\"}");

    assertThat(response.json().path("errors").has("title")).isTrue();
    assertThat(response.json().path("errors").has("projectId")).isTrue();
    assertThat(response.json().path("errors").has("priority")).isTrue();
  }

  @Test
  void refusedTicketIsNotKept() {
    open("{}");

    assertThat(web.get(TICKETS).data("tickets")).hasSize(60);
  }

  @Test
  void unknownMemberIsNotLookedAt() {
    assertThat(
            open("{\"title\":\"x\",\"status\":\"closed\"}").data("ticket").path("status").asText())
        .isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{]", "[]", "null", "7", "\"text\"", "{} {}", "\u0000"})
  void bodyThatIsNoJsonObjectIsABadRequest(String body) {
    Web.Reply response = web.write("POST", TICKETS, body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo("bad_request");
  }

  @Test
  void endlesslyNestedBodyIsABadRequest() {
    assertThat(web.write("POST", TICKETS, "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void bodyWithoutJsonContentTypeIsABadRequest() {
    assertThat(web.write("POST", TICKETS, "{\"title\":\"x\"}", "text/plain").status())
        .isEqualTo(400);
  }

  @Test
  void titleInAnyScriptComesBackAsItWas() {
    assertThat(open("{\"title\":\"Fuß 水 😀 \\\"x\\\"\"}").data("ticket").path("title").asText())
        .isEqualTo("Fuß 水 😀 \"x\"");
  }

  /** Opens a ticket of the fourth project with these members besides. */
  private Web.Reply open(String members) {
    String separator = members.equals("{}") ? "" : ",";
    return web.write(
        "POST",
        TICKETS,
        members.replaceFirst("}$", separator + "\"projectId\":\"" + web.projectId(3) + "\"}"));
  }
}
