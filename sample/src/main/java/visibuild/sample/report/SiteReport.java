package visibuild.sample.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;

/**
 * The state of all projects on one day.
 *
 * @param day the day; unfinished records that were due before it are overdue
 * @param projects the counts of each project, in the order in which they are shown
 */
public record SiteReport(LocalDate day, List<ProjectCounts> projects) {
  /** Keeps a copy of the list. */
  public SiteReport {
    projects = List.copyOf(projects);
  }

  /** The projects added up. */
  public ProjectCounts total() {
    return new ProjectCounts(
        "",
        "All projects",
        sum(VisiStatus.class, ProjectCounts::visis),
        projects.stream().mapToInt(ProjectCounts::overdue).sum(),
        projects.stream().mapToInt(ProjectCounts::holdPointsSkipped).sum(),
        sum(TicketStatus.class, ProjectCounts::tickets));
  }

  /**
   * The statuses of visis to show: all that the program knows, and {@code UNKNOWN} where it occurs.
   */
  public List<VisiStatus> visiStatuses() {
    boolean unknownOccurs = projects.stream().anyMatch(p -> p.visis(VisiStatus.UNKNOWN) > 0);
    return Stream.of(VisiStatus.values())
        .filter(status -> status != VisiStatus.UNKNOWN || unknownOccurs)
        .toList();
  }

  /** The statuses of tickets to show, by the same rule. */
  public List<TicketStatus> ticketStatuses() {
    boolean unknownOccurs = projects.stream().anyMatch(p -> p.tickets(TicketStatus.UNKNOWN) > 0);
    return Stream.of(TicketStatus.values())
        .filter(status -> status != TicketStatus.UNKNOWN || unknownOccurs)
        .toList();
  }

  private <S extends Enum<S>> Map<S, Integer> sum(
      Class<S> statuses, Function<ProjectCounts, Map<S, Integer>> counts) {
    Map<S, Integer> sum = new EnumMap<>(statuses);
    projects.forEach(
        p -> counts.apply(p).forEach((status, n) -> sum.merge(status, n, Integer::sum)));
    return sum;
  }
}
