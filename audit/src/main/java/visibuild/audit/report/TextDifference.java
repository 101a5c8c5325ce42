package visibuild.audit.report;

import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;

/** The text of a difference, for a terminal. */
final class TextDifference {
  private TextDifference() {}

  static String of(Difference difference, SourceRoots sources) {
    String before = ProgramStats.needs(difference.before());
    String now = ProgramStats.needs(difference.after());
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, compared with %s\n  %s%s\n  %s, %s.\n\n"
            .formatted(
                TextSanitizer.of(difference.after().name()),
                TextSanitizer.of(difference.before().name()),
                now,
                before.equals(now) ? ", as before" : "; before, it " + before,
                ProgramStats.number(difference.changes().size(), "change"),
                ProgramStats.number(difference.newWrites().size(), "new write")));
    Columns columns = new Columns();
    difference.changes().forEach(change -> columns.add(cells(change, sources)));
    columns.printTo(text, "  ");
    return text.append(difference.changes().isEmpty() ? "" : "\n").toString();
  }

  private static String[] cells(Change change, SourceRoots sources) {
    String[] call = TextReport.cells(change.call(), sources);
    return new String[] {
      sign(change),
      change.call().method().writes() ? "write" : "read",
      call[0],
      call[1]
          + change
              .before()
              .filter(old -> change.after().isPresent())
              .map(old -> was(old, change.call()))
              .orElse(""),
      call[2],
      call[3]
    };
  }

  /** The sign of a change, as in a patch. */
  static String sign(Change change) {
    return switch (change.kind()) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String was(Call before, Call after) {
    return TextSanitizer.of(
        " (was %s %s, %s%s)"
            .formatted(
                before.method().verb(),
                before.method().path(),
                before.method().writes() ? "write" : "read",
                headers(before, after)));
  }

  private static String headers(Call before, Call after) {
    return before.method().headers().equals(after.method().headers())
        ? ""
        : "; headers were %s, now %s"
            .formatted(before.method().headers(), after.method().headers());
  }
}
