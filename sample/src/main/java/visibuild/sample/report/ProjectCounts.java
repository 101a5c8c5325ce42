package visibuild.sample.report;

import java.util.Map;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;

/**
 * The counts of one project, or of several together.
 *
 * @param id the project's id; empty where several are added up
 * @param name the display name
 * @param visis the visis by status, without the archived ones
 * @param overdue the unfinished visis with a due date in the past
 * @param holdPointsSkipped the visis with a skipped hold point
 * @param tickets the tickets by status
 */
public record ProjectCounts(
    String id,
    String name,
    Map<VisiStatus, Integer> visis,
    int overdue,
    int holdPointsSkipped,
    Map<TicketStatus, Integer> tickets) {
  /** Keeps copies of the maps. */
  public ProjectCounts {
    visis = Map.copyOf(visis);
    tickets = Map.copyOf(tickets);
  }

  /** The visis with this status. */
  public int visis(VisiStatus status) {
    return visis.getOrDefault(status, 0);
  }

  /** The tickets with this status. */
  public int tickets(TicketStatus status) {
    return tickets.getOrDefault(status, 0);
  }

  /** All visis that count. */
  public int visiTotal() {
    return visis.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All tickets. */
  public int ticketTotal() {
    return tickets.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the number of pending and open tickets. */
  public int openTickets() {
    return tickets(TicketStatus.PENDING) + tickets(TicketStatus.OPEN);
  }
}
