package visibuild.sample.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import visibuild.Paged;
import visibuild.sample.api.ProjectsApi;
import visibuild.sample.api.TicketsApi;
import visibuild.sample.api.VisisApi;
import visibuild.sample.records.Comment;
import visibuild.sample.records.Project;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketAttachment;
import visibuild.sample.records.Visi;
import visibuild.sample.records.VisiRequirement;
import visibuild.sample.records.VisiStatusChange;
import visibuild.sample.records.VisiTag;

/** A Visibuild that consists of three collections. */
final class FakeApi implements ProjectsApi, VisisApi, TicketsApi {
  final List<Project> projects = new ArrayList<>();
  final Map<String, Paged<Visi>> visis = new HashMap<>();
  final Map<String, Paged<Ticket>> tickets = new HashMap<>();

  @Override
  public Paged<Project> list() {
    return Paged.of(projects);
  }

  @Override
  public Paged<Visi> changed(String projectId, Instant updatedAfter, Instant updatedBefore) {
    return visis.getOrDefault(projectId, Paged.of(List.of()));
  }

  @Override
  public Paged<Ticket> list(String projectId) {
    return tickets.getOrDefault(projectId, Paged.of(List.of()));
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
