package visibuild.audit.report;

import java.util.List;

/** The data of the page's template. All texts are final; the template computes nothing. */
record Page(
    String title,
    String contentSecurityPolicy,
    String style,
    String script,
    List<ProgramCard> programs,
    List<VerdictBanner> verdict,
    List<ChangeSummary> difference,
    int columns,
    String callCount,
    String layout,
    String highlightTitle,
    String highlightLead,
    List<CallLine> highlights,
    List<Area> areas) {

  /** Returns whether there is anything to show beside the matrix. */
  boolean highlighted() {
    return !highlights.isEmpty();
  }

  /** A program at the top. */
  record ProgramCard(
      String name,
      String access,
      String needs,
      String writeShare,
      int writes,
      int calls,
      int writingClients,
      int clients) {}

  /** The result of the policy check. */
  record VerdictBanner(
      boolean holds, String headline, List<String> files, List<BrokenRule> violations) {}

  /** One violation. */
  record BrokenRule(String rule, String where, String wrong, String instead) {}

  /** The number of changes. */
  record ChangeSummary(String before, String sentence, long added, long changed, long removed) {}

  /** A part of the server, and the resources in it. */
  record Area(String name, List<Row> rows) {}

  /** A resource: a line of the matrix, and the calls behind it. */
  record Row(String id, String area, String name, List<Cell> cells, List<CallLine> calls) {}

  /** A cell of the matrix; {@code mark} is the kind of change in it, or nothing. */
  record Cell(
      String id,
      String row,
      String access,
      boolean any,
      long count,
      String label,
      boolean marked,
      String mark,
      String sign) {}

  /** A call; {@code change} is its kind of change, or nothing. */
  record CallLine(
      String cell,
      String access,
      String verb,
      String path,
      String method,
      String where,
      String program,
      String origin,
      boolean stated,
      boolean changedAtAll,
      String change,
      boolean altered,
      String was) {}
}
