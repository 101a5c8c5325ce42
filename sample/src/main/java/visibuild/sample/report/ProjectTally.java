package visibuild.sample.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import visibuild.client.Ticket;
import visibuild.client.TicketStatus;
import visibuild.client.Visi;
import visibuild.client.VisiStatus;

/**
 * Counts the visis and tickets of one project as they come in, and keeps none of them. For one
 * thread.
 *
 * <p>Archived visis do not count. A visi is overdue from the day after its due date, as long as it
 * is open, in progress or in review. The day is the reader's: Visibuild does not say which time
 * zone a project lies in.
 */
public final class ProjectTally {
  private static final Set<VisiStatus> UNFINISHED =
      Set.of(VisiStatus.OPEN, VisiStatus.IN_PROGRESS, VisiStatus.IN_REVIEW);

  private final LocalDate today;
  private final Map<VisiStatus, Integer> visis = new EnumMap<>(VisiStatus.class);
  private final Map<TicketStatus, Integer> tickets = new EnumMap<>(TicketStatus.class);
  private int overdue;
  private int holdPointsSkipped;

  /** Counts as of {@code today}. */
  public ProjectTally(LocalDate today) {
    this.today = today;
  }

  /** Counts a visi. */
  public void add(Visi visi) {
    if (visi.archived()) {
      return;
    }
    visis.merge(visi.status(), 1, Integer::sum);
    if (UNFINISHED.contains(visi.status()) && isPast(visi.dueDate())) {
      overdue++;
    }
    if (visi.holdPointSkippedAt() != null) {
      holdPointsSkipped++;
    }
  }

  /** Counts a ticket. */
  public void add(Ticket ticket) {
    tickets.merge(ticket.status(), 1, Integer::sum);
  }

  /** Returns the counts so far, under the name of the project. */
  public ProjectCounts counts(String id, String name) {
    return new ProjectCounts(id, name, visis, overdue, holdPointsSkipped, tickets);
  }

  private boolean isPast(@Nullable LocalDate dueDate) {
    return dueDate != null && dueDate.isBefore(today);
  }
}
