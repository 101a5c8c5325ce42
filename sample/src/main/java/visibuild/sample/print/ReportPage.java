package visibuild.sample.print;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import visibuild.sample.report.ProjectCounts;
import visibuild.sample.report.SiteReport;

/**
 * A report as one HTML page that needs nothing else: no script, no network. The template escapes
 * every value, so that text from the server cannot become markup.
 */
public final class ReportPage {
  private static final String TEMPLATE = "report.mustache";

  private ReportPage() {}

  /**
   * The page.
   *
   * @param report what to show
   * @param source where the figures come from, in words
   */
  public static String of(SiteReport report, String source) {
    return template()
        .execute(new Page(report.day(), source, report.total(), ChartMaker.charts(report)));
  }

  private static Template template() {
    try (InputStream bytes = ReportPage.class.getResourceAsStream(TEMPLATE);
        Reader text =
            new InputStreamReader(
                Objects.requireNonNull(bytes, "The template is missing from the program's jar"),
                StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data of the template. */
  private record Page(LocalDate day, String source, ProjectCounts total, List<Chart> charts) {}
}
