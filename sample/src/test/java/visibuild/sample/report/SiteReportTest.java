package visibuild.sample.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;

class SiteReportTest {
  private static final ProjectCounts PIER =
      new ProjectCounts(
          "p1",
          "Pier",
          Map.of(VisiStatus.OPEN, 2, VisiStatus.CLOSED, 1),
          1,
          3,
          Map.of(TicketStatus.OPEN, 1));
  private static final ProjectCounts TOWER =
      new ProjectCounts(
          "p2", "Tower", Map.of(VisiStatus.OPEN, 5, VisiStatus.UNKNOWN, 1), 2, 0, Map.of());

  @Test
  void totalAddsTheProjectsUp() {
    assertThat(report(PIER, TOWER).total())
        .isEqualTo(
            new ProjectCounts(
                "",
                "All projects",
                Map.of(VisiStatus.OPEN, 7, VisiStatus.CLOSED, 1, VisiStatus.UNKNOWN, 1),
                3,
                3,
                Map.of(TicketStatus.OPEN, 1)));
  }

  @Test
  void totalOfNoProjectsIsNothing() {
    assertThat(report().total().visiTotal()).isZero();
  }

  @Test
  void unknownStatusIsShownWhereItOccurs() {
    assertThat(report(PIER, TOWER).visiStatuses()).contains(VisiStatus.UNKNOWN);
  }

  @Test
  void unknownStatusIsNotShownWhereItDoesNotOccur() {
    assertThat(report(PIER).visiStatuses())
        .containsExactly(
            VisiStatus.OPEN,
            VisiStatus.IN_PROGRESS,
            VisiStatus.IN_REVIEW,
            VisiStatus.CLOSED,
            VisiStatus.NOT_APPLICABLE,
            VisiStatus.CANNOT_CLOSE);
  }

  private static SiteReport report(ProjectCounts... projects) {
    return new SiteReport(LocalDate.of(2026, 6, 15), List.of(projects));
  }
}
