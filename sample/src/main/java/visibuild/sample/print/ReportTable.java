package visibuild.sample.print;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import visibuild.client.VisiStatus;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

/** A report as a table of plain characters: a line for each project, and one for all. */
public final class ReportTable {
  /** Widths in characters, with the blank on either side. */
  private static final int LONGEST_NAME = 32;

  private static final int WIDEST_NUMBER = 10;

  private ReportTable() {}

  /** The table, with its footer, without a line break at the end. */
  public static String of(SiteReport report) {
    ProjectCounts total = report.total();
    List<ColumnData<ProjectCounts>> columns = new ArrayList<>();
    columns.add(names(total));
    for (VisiStatus status : report.visiStatuses()) {
      columns.add(numbers(StatusName.of(status), total, counts -> counts.visis(status)));
    }
    columns.add(numbers("Visis", total, ProjectCounts::visiTotal));
    columns.add(numbers("Overdue", total, ProjectCounts::overdue));
    columns.add(numbers("Hold points skipped", total, ProjectCounts::holdPointsSkipped));
    columns.add(numbers("Open tickets", total, ProjectCounts::openTickets));
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .lineSeparator(System.lineSeparator())
        .data(report.projects(), columns)
        .asString();
  }

  private static ColumnData<ProjectCounts> names(ProjectCounts total) {
    return new Column()
        .header("Project")
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .footer(total.name())
        .footerAlign(HorizontalAlign.LEFT)
        .maxWidth(LONGEST_NAME, OverflowBehaviour.ELLIPSIS_RIGHT)
        .with(counts -> TerminalText.of(counts.name()));
  }

  private static ColumnData<ProjectCounts> numbers(
      String header, ProjectCounts total, ToIntFunction<ProjectCounts> number) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .footer(Integer.toString(number.applyAsInt(total)))
        .footerAlign(HorizontalAlign.RIGHT)
        .maxWidth(WIDEST_NUMBER)
        .with(counts -> Integer.toString(number.applyAsInt(counts)));
  }
}
