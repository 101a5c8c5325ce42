package visibuild.sample.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

/** Makes the charts of a report. */
final class ChartMaker {
  private ChartMaker() {}

  static List<Chart> charts(SiteReport report) {
    return List.of(visis(report), overdue(report), skipped(report), tickets(report));
  }

  private static Chart visis(SiteReport report) {
    List<Series> series = new ArrayList<>();
    for (VisiStatus status : report.visiStatuses()) {
      series.add(
          new Series(key("visi", StatusName.of(status), status), counts -> counts.visis(status)));
    }
    return chart("visis", "Visis by status", series, report);
  }

  private static Chart overdue(SiteReport report) {
    Chart.Key key = new Chart.Key("Overdue", "overdue");
    List<Series> series = List.of(new Series(key, ProjectCounts::overdue));
    return chart("overdue", "Overdue visis", series, report);
  }

  private static Chart skipped(SiteReport report) {
    Chart.Key key = new Chart.Key("Skipped", "skipped");
    List<Series> series = List.of(new Series(key, ProjectCounts::holdPointsSkipped));
    return chart("skipped", "Hold points skipped", series, report);
  }

  private static Chart tickets(SiteReport report) {
    List<Series> series = new ArrayList<>();
    for (TicketStatus status : report.ticketStatuses()) {
      series.add(
          new Series(
              key("ticket", StatusName.of(status), status), counts -> counts.tickets(status)));
    }
    return chart("tickets", "Tickets by status", series, report);
  }

  private static Chart.Key key(String kind, String name, Enum<?> status) {
    return new Chart.Key(name, kind + "-" + status.name().toLowerCase(Locale.ROOT));
  }

  private static Chart chart(String id, String title, List<Series> series, SiteReport report) {
    int scale =
        report.projects().stream()
            .mapToInt(counts -> series.stream().mapToInt(s -> s.number(counts)).sum())
            .reduce(1, Math::max);
    return new Chart(
        id,
        title,
        series.stream().map(Series::key).toList(),
        report.projects().stream().map(counts -> bar(counts, series, scale)).toList());
  }

  private static Chart.Bar bar(ProjectCounts counts, List<Series> series, int scale) {
    List<Integer> figures = new ArrayList<>();
    List<Chart.Part> parts = new ArrayList<>();
    int end = 0;
    for (Series one : series) {
      int number = one.number(counts);
      figures.add(number);
      if (number > 0) {
        parts.add(new Chart.Part(one.key(), end, number));
      }
      end += number;
    }
    return new Chart.Bar(counts.name(), figures, parts, end, scale);
  }

  /** A key of the chart, and how its number is taken from a project's counts. */
  private record Series(Chart.Key key, ToIntFunction<ProjectCounts> of) {
    int number(ProjectCounts counts) {
      return of.applyAsInt(counts);
    }
  }
}
