package visibuild.sample.gather;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import visibuild.sample.api.ProjectsApi;
import visibuild.sample.api.TicketsApi;
import visibuild.sample.api.VisisApi;
import visibuild.sample.records.Project;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.Visi;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.ProjectTally;
import visibuild.sample.report.SiteReport;

/**
 * Reads all projects with their visis and tickets. It is made of interfaces that only read, so
 * nothing in here can write. Records are counted as they arrive, while the next page is on its way;
 * no more than two pages of them are in memory.
 */
public final class SiteReader {
  private final ProjectsApi projects;
  private final VisisApi visis;
  private final TicketsApi tickets;
  private final Clock clock;

  /** Reads through these clients; {@code clock} says which day it is. */
  public SiteReader(ProjectsApi projects, VisisApi visis, TicketsApi tickets, Clock clock) {
    this.projects = projects;
    this.visis = visis;
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * Reads everything, and says to {@code progress} how far it is.
   *
   * @throws visibuild.VisibuildException if a call fails
   */
  public SiteReport read(Progress progress) {
    LocalDate today = LocalDate.now(clock);
    List<Project> all = projects.list().stream().toList();
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
