package visibuild.cli.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Renders a report for people. Of the responses' values it shows the lifetime of a token only. */
public final class TableReport {
  private TableReport() {}

  /** Returns the report, with a line break at its end. */
  public static String render(DoctorReport report, Settings settings) {
    StringBuilder text = new StringBuilder();
    ConnectionFacts facts = report.connection();
    line(text, "origin", Origin.text(settings.origin()));
    line(text, "TLS", tls(facts, Origin.of(settings.origin())));
    line(text, "clock", clock(facts));
    report
        .tokens()
        .forEach(
            token ->
                line(text, "token", "scope " + token.scope().parameter() + ": " + token(token)));
    if (report.tokens().isEmpty()) {
      line(text, "token", "not checked: a legacy token is not requested");
    }
    text.append(System.lineSeparator());
    endpoints(text, report.endpoints());
    List<String> differences = report.differences();
    text.append(System.lineSeparator());
    if (differences.isEmpty()) {
      text.append("No differences.").append(System.lineSeparator());
    } else {
      text.append("Differences: ").append(differences.size()).append(System.lineSeparator());
      differences.forEach(
          difference -> text.append("  ").append(difference).append(System.lineSeparator()));
    }
    return text.toString();
  }

  private static void endpoints(StringBuilder text, List<EndpointResult> results) {
    int width = results.stream().mapToInt(result -> result.request().length()).max().orElse(0);
    String row = "%-" + Math.max(width, 1) + "s  %-6s  %s%n";
    text.append(row.formatted("request", "status", "result"));
    results.forEach(
        result ->
            text.append(
                row.formatted(
                    result.request(),
                    result.status() == 0 ? "-" : String.valueOf(result.status()),
                    outcome(result))));
  }

  private static String outcome(EndpointResult result) {
    int differences = result.differences().size();
    String count =
        differences == 0 ? "" : differences + (differences == 1 ? " difference" : " differences");
    if (result.notChecked() == null) {
      return differences == 0 ? "as expected" : count;
    }
    return (count.isEmpty() ? "" : count + "; ") + "not checked: " + result.notChecked();
  }

  private static String token(TokenResult token) {
    if (token.response().notChecked() != null) {
      return "not checked: " + token.response().notChecked();
    }
    if (!token.isGranted()) {
      return "not granted, status " + token.response().status();
    }
    return "granted"
        + (token.lifetimeSeconds() == null
            ? ", lifetime not stated"
            : ", lifetime " + token.lifetimeSeconds() + " s");
  }

  private static String tls(ConnectionFacts facts, Origin origin) {
    if (facts.tls() == null) {
      return origin == Origin.LOOPBACK ? "none (loopback)" : "not known";
    }
    Duration left = facts.certificateLeft();
    return facts.tls()
        + (left == null
            ? ""
            : String.format(
                Locale.ROOT, "; the certificate is valid for %d more days", left.toDays()));
  }

  private static String clock(ConnectionFacts facts) {
    Duration skew = facts.skew();
    if (skew == null) {
      return "not checked: no response has a Date header";
    }
    long seconds = skew.toSeconds();
    if (seconds == 0) {
      return "the same as the server's";
    }
    return Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind") + " the server's";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-10s%s%n".formatted(name, value));
  }
}
