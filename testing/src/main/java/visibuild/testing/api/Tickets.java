package visibuild.testing.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import visibuild.testing.data.Comment;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Ticket;
import visibuild.testing.data.TicketFile;
import visibuild.testing.http.Answer;
import visibuild.testing.http.Call;
import visibuild.testing.http.JsonBody;
import visibuild.testing.http.Refusal;

/** The company's tickets: read, and opened. Safe for use by several threads. */
final class Tickets {
  private final Attachments attachments;
  private final NewTickets newTickets;
  private final Map<String, TicketFile> byId = new ConcurrentSkipListMap<>();

  Tickets(Portfolio portfolio, Attachments attachments, NewTickets newTickets) {
    this.attachments = attachments;
    this.newTickets = newTickets;
    portfolio.tickets().forEach(file -> byId.put(file.ticket().id(), file));
  }

  Listing<Ticket> list() {
    return Listing.of("tickets", call -> tickets(), Ticket::id).filteredBy(Tickets::ofProject);
  }

  Answer one(Call call) {
    return Envelope.of(200, "ticket", file(call).ticket());
  }

  Listing<Comment> comments() {
    return Listing.of("comments", call -> file(call).comments(), Comment::id);
  }

  Listing<Attachments.Shown> attachments() {
    return Listing.of(
        "attachments", call -> attachments.shown(file(call).attachments()), Attachments.Shown::id);
  }

  /** Opens a ticket. */
  Answer open(Call call) {
    TicketFile file = opened(call.json());
    return Envelope.of(201, "ticket", file.ticket());
  }

  /**
   * One at a time, so that no two take the same file, and who has read the list up to one ticket
   * has not missed an older one.
   */
  private synchronized TicketFile opened(JsonBody body) {
    TicketFile file = newTickets.read(body);
    byId.put(file.ticket().id(), file);
    return file;
  }

  private List<Ticket> tickets() {
    return byId.values().stream().map(TicketFile::ticket).toList();
  }

  private static Predicate<Ticket> ofProject(Call call) {
    String projectId = call.parameter("projectId");
    return ticket -> projectId == null || ticket.projectId().equals(projectId);
  }

  private TicketFile file(Call call) {
    String id = call.variable("id");
    TicketFile file = byId.get(id);
    if (file == null) {
      throw Refusal.notFound("ticket", id);
    }
    return file;
  }
}
