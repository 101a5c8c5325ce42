package visibuild.audit.print;

import visibuild.audit.Call;
import visibuild.audit.Change;
import visibuild.audit.Difference;

/** What changed, for a terminal. */
final class TextDifference {
  private TextDifference() {}

  static String of(Difference difference, SourceRoots sources) {
    String before = Counts.needs(difference.before());
    String now = Counts.needs(difference.after());
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, compared with %s\n  %s%s\n  %s, %s.\n\n"
            .formatted(
                Plain.of(difference.after().name()),
                Plain.of(difference.before().name()),
                now,
                before.equals(now) ? ", as before" : "; before, it " + before,
                Counts.number(difference.changes().size(), "change"),
                Counts.number(difference.newWrites().size(), "new write")));
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
              .map(TextDifference::was)
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

  private static String was(Call before) {
    return Plain.of(
        " (was %s %s, %s)"
            .formatted(
                before.method().verb(),
                before.method().path(),
                before.method().writes() ? "write" : "read"));
  }
}
