package visibuild.sample.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import visibuild.client.TicketStatus;
import visibuild.client.VisiStatus;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

class ReportPageTest {
  private static final String MALICIOUS = "</span><script>alert('pier')</script><b x=\"";

  private final Document page =
      page(
          new ProjectCounts(
              "p1",
              "Pier",
              Map.of(VisiStatus.OPEN, 30, VisiStatus.CLOSED, 10),
              7,
              2,
              Map.of(TicketStatus.OPEN, 4)),
          new ProjectCounts("p2", MALICIOUS, Map.of(VisiStatus.CLOSED, 20), 0, 0, Map.of()));

  @Test
  void nameFromTheServerIsTextAndNotMarkup() {
    assertThat(page.select("script, b")).isEmpty();
    assertThat(page.select("section:first-of-type tbody th").eachText())
        .containsExactly("Pier", MALICIOUS);
  }

  @Test
  void pageNeedsNothingFromTheNetwork() {
    assertThat(page.select("[src], [href], link, script, iframe, object, embed")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void pageForbidsTheBrowserToLoadAnything() {
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void everyChartHasATable() {
    assertThat(page.select("section"))
        .hasSize(4)
        .allSatisfy(section -> assertThat(section.select(".chart + .scroll > table")).hasSize(1));
  }

  @Test
  void everyChartIsNamedForThoseWhoDoNotSeeIt() {
    assertThat(page.select(".chart"))
        .extracting(chart -> chart.attr("role"), chart -> chart.attr("aria-label"))
        .containsExactly(
            tuple("img", label("Visis by status")),
            tuple("img", label("Overdue visis")),
            tuple("img", label("Hold points skipped")),
            tuple("img", label("Tickets by status")));
  }

  @Test
  void tableHasTheFigures() {
    assertThat(page.select("section:first-of-type tbody tr").first().select("td").eachText())
        .containsExactly("30", "0", "0", "10", "0", "0", "40");
  }

  @Test
  void tableOfOneFigureHasNoTotal() {
    assertThat(page.select("section:nth-of-type(2) thead th").eachText())
        .containsExactly("Project", "Overdue");
    assertThat(page.select("section:nth-of-type(2) tbody td").eachText()).containsExactly("7", "0");
  }

  @Test
  void partsOfABarLieBehindEachOther() {
    Element bar = page.select("section:first-of-type .bar svg").first();

    assertThat(bar.select("rect"))
        .extracting(rect -> rect.className(), rect -> rect.attr("x"), rect -> rect.attr("width"))
        .containsExactly(tuple("visi-open", "0", "30"), tuple("visi-closed", "30", "10"));
  }

  @Test
  void barsOfAChartHaveOneScale() {
    assertThat(page.select("section:first-of-type .bar svg").eachAttr("viewBox"))
        .containsExactly("0 0 40 1", "0 0 40 1");
  }

  @Test
  void everyColourOfABarIsInTheStyleSheet() {
    String style = page.select("style").html();

    for (VisiStatus status : VisiStatus.values()) {
      assertThat(style).contains(".visi-" + status.name().toLowerCase(Locale.ROOT));
    }
    for (TicketStatus status : TicketStatus.values()) {
      assertThat(style).contains(".ticket-" + status.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void totalsStandAtTheTop() {
    assertThat(page.select(".totals dd").eachText()).containsExactly("60", "7", "2", "4");
  }

  @Test
  void pageReportsWhereItsFiguresAreFrom() {
    assertThat(page.select(".source").text()).isEqualTo("As of 2026-06-15, from a <test>.");
  }

  @Test
  void pageOfNoProjectsIsAPageToo() {
    assertThat(page().select("section")).hasSize(4);
  }

  private static String label(String title) {
    return "Bar chart: " + title + ". The table below has the same figures.";
  }

  private static Document page(ProjectCounts... projects) {
    SiteReport report = new SiteReport(LocalDate.of(2026, 6, 15), List.of(projects));
    return Jsoup.parse(ReportPage.of(report, "a <test>"));
  }
}
