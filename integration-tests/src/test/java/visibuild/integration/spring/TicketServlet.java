package visibuild.integration.spring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A small Visibuild behind Spring's checks: tickets that can be opened, found, and listed by twos.
 */
final class TicketServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/api/core/v1/tickets";
  private static final int PAGE_SIZE = 2;

  /** High enough that ids sort as their numbers do. */
  private static final int FIRST_NUMBER = 100;

  private final transient ObjectMapper json = new ObjectMapper();
  private final transient Map<String, JsonNode> tickets = new ConcurrentSkipListMap<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    JsonNode ticket = tickets.get(path.substring(path.lastIndexOf('/') + 1));
    if (path.equals(LIST)) {
      respond(response, 200, page(request.getParameter("next")));
    } else if (ticket != null) {
      respond(response, 200, enveloped(ticket));
    } else {
      respond(response, 404, json.createObjectNode().put("error", "not_found"));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ObjectNode ticket = (ObjectNode) json.readTree(request.getInputStream());
    int number = FIRST_NUMBER + tickets.size();
    ticket.put("id", "t" + number).put("ticketNo", number).put("status", "pending");
    tickets.put("t" + number, ticket);
    respond(response, 201, enveloped(ticket));
  }

  private ObjectNode page(String next) {
    ObjectNode reply = json.createObjectNode();
    tickets.entrySet().stream()
        .filter(ticket -> next == null || ticket.getKey().compareTo(next) > 0)
        .limit(PAGE_SIZE)
        .forEach(ticket -> reply.withObject("/data").withArray("tickets").add(ticket.getValue()));
    JsonNode page = reply.at("/data/tickets");
    boolean isLast = page.size() < PAGE_SIZE;
    reply
        .putObject("pagination")
        .put("pageSize", PAGE_SIZE)
        .put("next", isLast ? null : page.get(PAGE_SIZE - 1).get("id").asText());
    return reply;
  }

  private ObjectNode enveloped(JsonNode ticket) {
    ObjectNode reply = json.createObjectNode();
    reply.putObject("data").set("ticket", ticket);
    return reply;
  }

  private void respond(HttpServletResponse response, int status, JsonNode body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    json.writeValue(response.getOutputStream(), body);
  }
}
