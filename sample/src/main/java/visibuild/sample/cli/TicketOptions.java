package visibuild.sample.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import visibuild.client.TicketPriority;

/** The options that open a ticket; picocli sees to it that the required ones come together. */
final class TicketOptions {
  @Option(
      names = "--open-ticket",
      required = true,
      paramLabel = "TITLE",
      description = "Open a ticket instead of making a report. Needs a credential that may write.")
  String title = "";

  @Option(
      names = "--project",
      required = true,
      paramLabel = "PROJECT",
      description = "The ticket's project: its id, its number or its name.")
  String project = "";

  @Option(
      names = "--photo",
      required = true,
      paramLabel = "FILE",
      description = "The photo that goes with the ticket.")
  Path photo = Path.of("");

  @Option(names = "--description", paramLabel = "TEXT", description = "More about the ticket.")
  @Nullable String description;

  @Option(
      names = "--priority",
      paramLabel = "PRIORITY",
      converter = OptionValues.Priority.class,
      completionCandidates = OptionValues.Priority.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  @Nullable TicketPriority priority;
}
