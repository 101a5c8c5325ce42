package visibuild.testing.api;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Portfolio;
import visibuild.testing.delivery.Deliveries;
import visibuild.testing.http.Route;
import visibuild.testing.storage.Storage;

/** Both APIs over one company, with its webhooks. */
public final class VisibuildApis {
  private final List<Route> routes;
  private final Tickets tickets;

  private VisibuildApis(List<Route> routes, Tickets tickets) {
    this.routes = routes;
    this.tickets = tickets;
  }

  /**
   * Creates the APIs.
   *
   * @param secrets creates the secrets of new webhooks
   * @param signer signs the events for webhooks
   */
  public static VisibuildApis of(
      Portfolio portfolio,
      Storage storage,
      Ids ids,
      Clock clock,
      Supplier<String> secrets,
      Deliveries deliveries,
      WebhookSender.Signer signer) {
    ProjectLookup sites = new ProjectLookup(portfolio);
    Attachments attachments = new Attachments(portfolio, sites, storage, ids, clock);
    NewTickets newTickets = new NewTickets(portfolio, sites, attachments, ids, clock);
    Webhooks webhooks = new Webhooks(portfolio, sites, ids, clock, secrets);
    WebhookSender sender = new WebhookSender(webhooks, deliveries, signer, clock);
    Tickets tickets = new Tickets(portfolio, attachments, newTickets, sender);
    List<Route> routes = new ArrayList<>();
    routes.addAll(CoreApi.routes(portfolio, sites, attachments, tickets, webhooks));
    routes.addAll(ReportingApi.routes(portfolio, sites));
    return new VisibuildApis(List.copyOf(routes), tickets);
  }

  /** Returns the routes of both APIs. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * Posts an event about a ticket of the company to {@code url} and returns the status of the
   * response.
   *
   * @throws IOException if there is no response
   */
  public int deliver(String type, String url) throws IOException {
    return tickets.deliver(type, url);
  }
}
