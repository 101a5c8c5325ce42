package visibuild.testing.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import visibuild.testing.data.Comment;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Ticket;
import visibuild.testing.data.TicketFile;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.JsonBody;
import visibuild.testing.http.RoutedRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** The company's tickets: read, and opened. Safe for use by several threads. */
final class Tickets {
  private final Attachments attachments;
  private final NewTickets newTickets;
  private final WebhookSender webhooks;
  private final Map<String, TicketFile> byId = new ConcurrentSkipListMap<>();

  Tickets(
      Portfolio portfolio, Attachments attachments, NewTickets newTickets, WebhookSender webhooks) {
    this.attachments = attachments;
    this.newTickets = newTickets;
    this.webhooks = webhooks;
    portfolio.tickets().forEach(file -> byId.put(file.ticket().id(), file));
  }

  ListEndpoint<Ticket> list() {
    return ListEndpoint.of("tickets", call -> tickets(), Ticket::id)
        .filteredBy(Tickets::ofProject, "projectId");
  }

  SandboxHttpResponse one(RoutedRequest call) {
    return Envelope.of(200, "ticket", file(call).ticket());
  }

  ListEndpoint<Comment> comments() {
    return ListEndpoint.of("comments", call -> file(call).comments(), Comment::id);
  }

  ListEndpoint<Attachments.Shown> attachments() {
    return ListEndpoint.of(
        "attachments", call -> attachments.shown(file(call).attachments()), Attachments.Shown::id);
  }

  /** Opens a ticket. */
  SandboxHttpResponse open(RoutedRequest call) {
    TicketFile file = opened(call.json());
    webhooks.ticketCreated(file.ticket());
    return Envelope.of(201, "ticket", file.ticket());
  }

  /**
   * One at a time, so that no two tickets take the same file, and a reader that has seen one ticket
   * of the list misses no older one.
   */
  private synchronized TicketFile opened(JsonBody body) {
    TicketFile file = newTickets.read(body);
    byId.put(file.ticket().id(), file);
    return file;
  }

  /**
   * Posts an event about the first ticket to {@code url} and returns the status of the response.
   */
  int deliver(String type, String url) throws IOException {
    return webhooks.deliver(type, tickets().get(0), url);
  }

  private List<Ticket> tickets() {
    return byId.values().stream().map(TicketFile::ticket).toList();
  }

  private static Predicate<Ticket> ofProject(RoutedRequest call) {
    String projectId = call.parameter("projectId");
    return ticket -> projectId == null || ticket.projectId().equals(projectId);
  }

  private TicketFile file(RoutedRequest call) {
    String id = call.variable("id");
    TicketFile file = byId.get(id);
    if (file == null) {
      throw HttpProblem.notFound("ticket", id);
    }
    return file;
  }
}
