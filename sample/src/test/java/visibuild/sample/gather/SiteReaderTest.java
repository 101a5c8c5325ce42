package visibuild.sample.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static visibuild.sample.FromJson.project;
import static visibuild.sample.FromJson.ticket;
import static visibuild.sample.FromJson.visi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import visibuild.Paged;
import visibuild.client.Ticket;
import visibuild.client.Visi;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

class SiteReaderTest {
  /** Already the 16th in Sydney, still the 15th in London. */
  private static final Clock IN_SYDNEY =
      Clock.fixed(Instant.parse("2026-06-15T20:00:00Z"), ZoneId.of("Australia/Sydney"));

  private final FakeApi api = new FakeApi();

  @Test
  void everyProjectIsRead() {
    api.projects.add(project("{\"id\": \"p1\", \"name\": \"Pier\"}"));
    api.projects.add(project("{\"id\": \"p2\", \"name\": \"Tower\"}"));
    api.visis.put("p1", Paged.of(List.of(open("2026-06-01"), open("2026-07-01"))));
    api.visis.put("p2", Paged.of(List.of(open("2026-06-01"))));
    api.tickets.put("p2", Paged.of(List.of(pending())));

    SiteReport report = read();

    assertThat(report.projects())
        .extracting(ProjectCounts::name, ProjectCounts::visiTotal, ProjectCounts::ticketTotal)
        .containsExactly(tuple("Pier", 2, 0), tuple("Tower", 1, 1));
  }

  @Test
  void projectsStandInTheOrderOfTheirNames() {
    api.projects.add(project("{\"id\": \"p1\", \"name\": \"Tower\"}"));
    api.projects.add(project("{\"id\": \"p2\", \"name\": \"Pier\"}"));

    assertThat(read().projects()).extracting(ProjectCounts::name).containsExactly("Pier", "Tower");
  }

  @Test
  void projectWithoutANameGoesByItsId() {
    api.projects.add(project("{\"id\": \"p1\"}"));

    assertThat(read().projects()).extracting(ProjectCounts::name).containsExactly("p1");
  }

  @Test
  void dayIsTheOneInTheZoneOfTheClock() {
    assertThat(read().day()).isEqualTo(LocalDate.of(2026, 6, 16));
  }

  @Test
  void visiIsOverdueByTheDayOfTheClock() {
    api.projects.add(project("{\"id\": \"p1\", \"name\": \"Pier\"}"));
    api.visis.put("p1", Paged.of(List.of(open("2026-06-15"))));

    assertThat(read().total().overdue()).isEqualTo(1);
  }

  @Test
  void progressHearsOfProjectsAndRecords() {
    api.projects.add(project("{\"id\": \"p1\", \"name\": \"Pier\"}"));
    api.visis.put("p1", Paged.of(List.of(open("2026-06-01"))));
    api.tickets.put("p1", Paged.of(List.of(pending())));
    HeardProgress progress = new HeardProgress();

    new SiteReader(Paged.of(api.projects), api.visisApi(), api.ticketsApi(), IN_SYDNEY)
        .read(progress);

    assertThat(progress.heard).containsExactly("begin 1", "Pier 1", "Pier 2", "done");
  }

  private SiteReport read() {
    return new SiteReader(Paged.of(api.projects), api.visisApi(), api.ticketsApi(), IN_SYDNEY)
        .read(Progress.SILENT);
  }

  private static Visi open(String due) {
    return visi("{\"id\": \"v\", \"status\": \"open\", \"dueDate\": \"%s\"}".formatted(due));
  }

  private static Ticket pending() {
    return ticket("{\"id\": \"t\", \"status\": \"pending\"}");
  }

  private static final class HeardProgress implements Progress {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void begin(int projects) {
      heard.add("begin " + projects);
    }

    @Override
    public void reading(String project, int records) {
      heard.add(project + " " + records);
    }

    @Override
    public void projectDone() {
      heard.add("done");
    }

    @Override
    public void close() {
      heard.add("close");
    }
  }
}
