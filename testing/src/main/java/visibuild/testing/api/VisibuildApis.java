package visibuild.testing.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import visibuild.testing.data.Ids;
import visibuild.testing.data.Portfolio;
import visibuild.testing.http.Route;
import visibuild.testing.storage.Storage;

/** Both APIs over one company. */
public final class VisibuildApis {
  private VisibuildApis() {}

  /**
   * The tables of both APIs.
   *
   * @param secrets where the secrets of new webhooks come from
   */
  public static List<Route> routes(
      Portfolio portfolio, Storage storage, Ids ids, Clock clock, Supplier<String> secrets) {
    ProjectLookup sites = new ProjectLookup(portfolio);
    Attachments attachments = new Attachments(portfolio, sites, storage, ids, clock);
    NewTickets newTickets = new NewTickets(portfolio, sites, attachments, ids, clock);
    Tickets tickets = new Tickets(portfolio, attachments, newTickets);
    Webhooks webhooks = new Webhooks(portfolio, sites, ids, clock, secrets);
    List<Route> routes = new ArrayList<>();
    routes.addAll(CoreApi.routes(portfolio, sites, attachments, tickets, webhooks));
    routes.addAll(ReportingApi.routes(portfolio, sites));
    return List.copyOf(routes);
  }
}
