package visibuild.testing.data;

import java.util.List;

/** All that the company of the sandbox can reach, each list in the order of creation. */
public record Portfolio(
    Staff staff, List<Site> sites, List<TicketFile> tickets, List<Webhook> webhooks) {}
