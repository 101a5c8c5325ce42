package visibuild.sample.print;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import visibuild.client.Visi;
import visibuild.sample.copy.ProjectChanges;

/** The changes of a project as text, for a terminal. */
public final class ChangesText {
  private ChangesText() {}

  /** A line for the project and, where it was copied before, one for each visi that changed. */
  public static String of(ProjectChanges changes) {
    String name = TerminalText.of(changes.name());
    if (changes.isFirst()) {
      return "%s: copied %d visis.".formatted(name, changes.total());
    }
    if (changes.changed().isEmpty()) {
      return "%s: no change in %d visis.".formatted(name, changes.total());
    }
    return Stream.concat(
            Stream.of("%s: %d new or changed.".formatted(name, changes.changed().size())),
            changes.changed().stream().map(ChangesText::line))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(Visi visi) {
    return "  %s  %s  %s"
        .formatted(
            TerminalText.of(Objects.requireNonNullElse(visi.alias(), visi.id())),
            StatusName.of(visi.status()),
            TerminalText.of(Objects.requireNonNullElse(visi.title(), "")))
        .stripTrailing();
  }
}
