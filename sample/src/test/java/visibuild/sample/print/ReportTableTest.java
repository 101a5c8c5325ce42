package visibuild.sample.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

class ReportTableTest {
  @Test
  void tableHasALineForEachProjectAndOneForAll() {
    String table =
        table(
            counts("Pier", Map.of(VisiStatus.OPEN, 12, VisiStatus.CLOSED, 345)),
            counts("Tower", Map.of(VisiStatus.IN_REVIEW, 7)));

    assertThat(table.lines().collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(
            """
            +--------------+------+----------+----------+--------+-----+----------+-------+---------+----------+----------+
            | Project      | Open |       In |       In | Closed | N/A |    Can't | Visis | Overdue |     Hold |     Open |
            |              |      | progress |   review |        |     |    close |       |         |   points |  tickets |
            |              |      |          |          |        |     |          |       |         |  skipped |          |
            +--------------+------+----------+----------+--------+-----+----------+-------+---------+----------+----------+
            | Pier         |   12 |        0 |        0 |    345 |   0 |        0 |   357 |       4 |        5 |        6 |
            | Tower        |    0 |        0 |        7 |      0 |   0 |        0 |     7 |       4 |        5 |        6 |
            +--------------+------+----------+----------+--------+-----+----------+-------+---------+----------+----------+
            | All projects |   12 |        0 |        7 |    345 |   0 |        0 |   364 |       8 |       10 |       12 |
            +--------------+------+----------+----------+--------+-----+----------+-------+---------+----------+----------+
            """);
  }

  @Test
  void unknownStatusHasAColumnWhereItOccurs() {
    assertThat(table(counts("Pier", Map.of(VisiStatus.UNKNOWN, 3)))).contains("Other");
  }

  @Test
  void longNameIsCut() {
    assertThat(table(counts("A name that is much longer than a column may be", Map.of())))
        .contains("A name that is much longer th")
        .doesNotContain("column may be");
  }

  @Test
  void nameCannotCommandTheTerminal() {
    assertThat(table(counts("Pier\u001b[2J\nTower", Map.of())))
        .contains("Pier [2J Tower")
        .doesNotContain("\u001b");
  }

  private static String table(ProjectCounts... projects) {
    return ReportTable.of(new SiteReport(LocalDate.of(2026, 6, 15), List.of(projects)));
  }

  private static ProjectCounts counts(String name, Map<VisiStatus, Integer> visis) {
    return new ProjectCounts(name, name, visis, 4, 5, Map.of(TicketStatus.PENDING, 6));
  }
}
