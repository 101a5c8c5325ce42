package visibuild.sample.gather;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import visibuild.Paged;
import visibuild.client.Project;
import visibuild.client.Ticket;
import visibuild.client.TicketsApi;
import visibuild.client.Visi;
import visibuild.client.VisisApi;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.ProjectTally;
import visibuild.sample.report.SiteReport;

/**
 * Reads all projects with their visis and tickets. Its interfaces only read, so the compiler
 * prevents a write here. Records are counted while the next page is fetched; at most two pages are
 * in memory.
 */
public final class SiteReader {
  private final Paged<Project> projects;
  private final VisisApi visis;
  private final TicketsApi tickets;
  private final Clock clock;

  /** Creates a reader; {@code clock} determines the day on which a visi is overdue. */
  public SiteReader(Paged<Project> projects, VisisApi visis, TicketsApi tickets, Clock clock) {
    this.projects = projects;
    this.visis = visis;
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * Reads all records and reports to {@code progress}.
   *
   * @throws visibuild.VisibuildException if a call fails
   */
  public SiteReport read(Progress progress) {
    LocalDate today = LocalDate.now(clock);
    List<Project> all = projects.stream().toList();
    progress.begin(all.size());
    List<ProjectCounts> counts = new ArrayList<>();
    for (Project project : all) {
      counts.add(read(project, today, progress));
      progress.projectDone();
    }
    counts.sort(Comparator.comparing(ProjectCounts::name).thenComparing(ProjectCounts::id));
    return new SiteReport(today, counts);
  }

  private ProjectCounts read(Project project, LocalDate today, Progress progress) {
    String name = Objects.requireNonNullElse(project.name(), project.id());
    ProjectTally tally = new ProjectTally(today);
    int records = 0;
    for (Visi visi : visis.ofProject(project.id()).readAhead()) {
      tally.add(visi);
      progress.reading(name, ++records);
    }
    for (Ticket ticket : tickets.list(project.id()).readAhead()) {
      tally.add(ticket);
      progress.reading(name, ++records);
    }
    return tally.counts(project.id(), name);
  }
}
