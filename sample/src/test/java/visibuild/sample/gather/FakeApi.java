package visibuild.sample.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import visibuild.Paged;
import visibuild.client.Comment;
import visibuild.client.Project;
import visibuild.client.Ticket;
import visibuild.client.TicketAttachment;
import visibuild.client.TicketsApi;
import visibuild.client.Visi;
import visibuild.client.VisiRequirement;
import visibuild.client.VisiStatusChange;
import visibuild.client.VisiTag;
import visibuild.client.VisisApi;

/** Implements the calls of {@link SiteReader} over three collections. */
final class FakeApi {
  final List<Project> projects = new ArrayList<>();
  final Map<String, Paged<Visi>> visis = new HashMap<>();
  final Map<String, Paged<Ticket>> tickets = new HashMap<>();

  VisisApi visisApi() {
    return new FakeVisis();
  }

  TicketsApi ticketsApi() {
    return new FakeTickets();
  }

  private final class FakeVisis implements VisisApi {
    @Override
    public Paged<Visi> changed(String projectId, Instant updatedAfter, Instant updatedBefore) {
      return visis.getOrDefault(projectId, Paged.of(List.of()));
    }

    @Override
    public Paged<VisiTag> tags(String projectId) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<VisiRequirement> requirements(String projectId) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<VisiStatusChange> statusChanges(String projectId) {
      throw new AssertionError("not needed");
    }
  }

  private final class FakeTickets implements TicketsApi {
    @Override
    public Paged<Ticket> list(String projectId) {
      return tickets.getOrDefault(projectId, Paged.of(List.of()));
    }

    @Override
    public Optional<Ticket> find(String id) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<Comment> comments(String id) {
      throw new AssertionError("not needed");
    }

    @Override
    public Paged<TicketAttachment> attachments(String id) {
      throw new AssertionError("not needed");
    }
  }
}
