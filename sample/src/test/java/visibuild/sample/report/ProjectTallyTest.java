package visibuild.sample.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.sample.FromJson.ticket;
import static visibuild.sample.FromJson.visi;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;

class ProjectTallyTest {
  private final ProjectTally tally = new ProjectTally(LocalDate.of(2026, 6, 15));

  @Test
  void visisAreCountedByStatus() {
    tally.add(visi("{\"id\": \"1\", \"status\": \"open\"}"));
    tally.add(visi("{\"id\": \"2\", \"status\": \"closed\"}"));
    tally.add(visi("{\"id\": \"3\", \"status\": \"open\"}"));

    assertThat(counts().visis()).isEqualTo(Map.of(VisiStatus.OPEN, 2, VisiStatus.CLOSED, 1));
  }

  @Test
  void archivedVisiDoesNotCount() {
    tally.add(
        visi(
            """
            {"id": "1", "status": "open", "dueDate": "2026-01-01", "archived": true,
             "holdPointSkippedAt": "2026-01-01T00:00:00Z"}
            """));

    assertThat(counts()).isEqualTo(new ProjectTally(LocalDate.EPOCH).counts("p1", "Pier"));
  }

  @ParameterizedTest
  @CsvSource({
    "open, 2026-06-14, 1",
    "in_progress, 2026-06-14, 1",
    "in_review, 2026-06-14, 1",
    "open, 2026-06-15, 0",
    "open, 2026-06-16, 0",
    "closed, 2026-06-14, 0",
    "n_a, 2026-06-14, 0",
    "cant_close, 2026-06-14, 0",
    "frozen, 2026-06-14, 0",
  })
  void unfinishedVisiIsOverdueFromTheDayAfterItsDueDate(String status, String due, int overdue) {
    tally.add(
        visi("{\"id\": \"1\", \"status\": \"%s\", \"dueDate\": \"%s\"}".formatted(status, due)));

    assertThat(counts().overdue()).isEqualTo(overdue);
  }

  @Test
  void visiWithoutADueDateIsNotOverdue() {
    tally.add(visi("{\"id\": \"1\", \"status\": \"open\"}"));

    assertThat(counts().overdue()).isZero();
  }

  @Test
  void skippedHoldPointCountsInAnyStatus() {
    tally.add(
        visi(
            """
            {"id": "1", "status": "closed", "holdPointSkippedAt": "2026-06-01T00:00:00Z"}
            """));
    tally.add(visi("{\"id\": \"2\", \"status\": \"open\"}"));

    assertThat(counts().holdPointsSkipped()).isEqualTo(1);
  }

  @Test
  void ticketsAreCountedByStatus() {
    tally.add(ticket("{\"id\": \"1\", \"status\": \"pending\"}"));
    tally.add(ticket("{\"id\": \"2\", \"status\": \"open\"}"));
    tally.add(ticket("{\"id\": \"3\", \"status\": \"closed\"}"));

    assertThat(counts().tickets())
        .isEqualTo(Map.of(TicketStatus.PENDING, 1, TicketStatus.OPEN, 1, TicketStatus.CLOSED, 1));
  }

  @Test
  void openTicketsAreThePendingAndTheOpenOnes() {
    tally.add(ticket("{\"id\": \"1\", \"status\": \"pending\"}"));
    tally.add(ticket("{\"id\": \"2\", \"status\": \"open\"}"));
    tally.add(ticket("{\"id\": \"3\", \"status\": \"declined\"}"));

    assertThat(counts().openTickets()).isEqualTo(2);
  }

  private ProjectCounts counts() {
    return tally.counts("p1", "Pier");
  }
}
