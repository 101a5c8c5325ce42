package visibuild.sample.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import visibuild.Attachments;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.WriteAccess;
import visibuild.client.Project;
import visibuild.client.Ticket;
import visibuild.client.VisibuildReadClient;
import visibuild.sample.copy.VisiCopy;
import visibuild.sample.gather.Progress;
import visibuild.sample.gather.SiteReader;
import visibuild.sample.print.ChangesText;
import visibuild.sample.print.ReportPage;
import visibuild.sample.print.ReportTable;
import visibuild.sample.print.TerminalText;
import visibuild.sample.report.SiteReport;
import visibuild.sample.ticket.Photo;
import visibuild.sample.ticket.ProjectChoice;
import visibuild.sample.ticket.TicketDesk;
import visibuild.sample.ticket.TicketDeskApiClient;

/** The command {@code site-report}. */
@Command(
    name = "site-report",
    mixinStandardHelpOptions = true,
    versionProvider = SiteReportCommand.ProgramVersion.class,
    sortOptions = false,
    description = {
      "Reads the visis and tickets of every project and prints what stands where, keeps a copy of them, or"
          + " opens a ticket.",
      "",
      "Runs on the sandbox, which is Visibuild with made-up data in this program's own memory, unless"
          + " variables VISIBUILD_* are set: VISIBUILD_CLIENT_ID, VISIBUILD_CLIENT_SECRET and"
          + " VISIBUILD_SCOPE (\"read\" or \"read write\"), or VISIBUILD_TOKEN and VISIBUILD_SCOPE;"
          + " and VISIBUILD_REGION (APAC, EU, US) or VISIBUILD_BASE_URL.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:Visibuild, the network or the upload failed.",
      "2:The command line is wrong: an option, the photo or the project.",
      "3:The credential is missing, wrong, or may not do this.",
      "4:The report or the copy could not be written to its file."
    })
final class SiteReportCommand implements Callable<Integer> {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "site-report.html",
      description =
          "Also write the report as a page with charts; to ${FALLBACK-VALUE} if no file is named.")
  private @Nullable Path html;

  @Option(
      names = "--copy",
      paramLabel = "FOLDER",
      arity = "0..1",
      fallbackValue = "visis",
      description =
          "Instead of making a report, keep a copy of all visis in a folder (${FALLBACK-VALUE} if"
              + " none is named), and print what changed since the last time.")
  private @Nullable Path copy;

  @ArgGroup(exclusive = false)
  private @Nullable TicketOptions ticket;

  @Option(
      names = "--sandbox",
      paramLabel = "SCOPE",
      arity = "0..1",
      fallbackValue = "read-write",
      converter = OptionValues.SandboxScope.class,
      completionCandidates = OptionValues.SandboxScope.class,
      description =
          "Run on the sandbox whatever the variables say, with a credential of this scope:"
              + " ${COMPLETION-CANDIDATES}. Without a scope: ${FALLBACK-VALUE}.")
  private @Nullable Scope sandbox;

  @Option(names = "--debug", description = "Show the stack trace when something fails.")
  private boolean debug;

  private final Connection.Source connections;
  private final Supplier<Progress> progress;
  private final CommandLine commandLine;

  SiteReportCommand(Connection.Source connections, Supplier<Progress> progress) {
    this.connections = connections;
    this.progress = progress;
    this.commandLine =
        new CommandLine(this)
            .setExecutionExceptionHandler(new Failures(() -> debug))
            .setParameterExceptionHandler(Failures::reportArguments);
  }

  /** The command as picocli runs it, with failures turned into sentences and exit codes. */
  CommandLine commandLine() {
    return commandLine;
  }

  @Override
  public Integer call() {
    if (ticket != null) {
      open(ticket);
    } else if (copy != null) {
      copy(copy);
    } else {
      report();
    }
    return ExitCode.DONE;
  }

  private void report() {
    ReportFile file = html == null ? null : ReportFile.at(html);
    try (Connection connection = connect()) {
      SiteReport report = read(connection);
      out().println(ReportTable.of(report));
      if (file != null) {
        file.write(ReportPage.of(report, connection.name()));
        err().println("Wrote " + file.path() + ".");
      }
    }
  }

  private void copy(Path folder) {
    try (Connection connection = connect()) {
      VisibuildReadClient api = connection.api();
      new VisiCopy(folder, api.projects().list(), api.visis(), connection.clock())
          .update(changes -> out().println(ChangesText.of(changes)));
    }
  }

  private SiteReport read(Connection connection) {
    VisibuildReadClient api = connection.api();
    SiteReader reader =
        new SiteReader(api.projects().list(), api.visis(), api.tickets(), connection.clock());
    try (Progress bar = progress.get()) {
      return reader.read(bar);
    }
  }

  private void open(TicketOptions options) {
    Photo photo = photo(options.photo);
    try (Connection connection = connect()) {
      WriteAccess access = writeAccess(connection);
      Project project = ProjectChoice.find(connection.api().projects().list(), options.project);
      TicketDesk desk =
          new TicketDesk(
              TicketDeskApiClient.create(access), file -> Attachments.upload(access, file));
      Ticket opened =
          desk.open(
              new TicketDesk.TicketDraft(
                  project.id(), options.title, options.description, options.priority),
              photo);
      out()
          .printf(
              "Opened ticket %s in %s: %s%n",
              Objects.requireNonNullElse(opened.ticketNo(), opened.id()),
              TerminalText.of(Objects.requireNonNullElse(project.name(), project.id())),
              options.title);
    }
  }

  /** Returns write access before any request is sent, so that a read credential sends none. */
  private static WriteAccess writeAccess(Connection connection) {
    try {
      return connection.visibuild().writeAccess();
    } catch (InsufficientScopeException e) {
      throw new SettingsException(
          "No ticket was opened, and nothing was sent: the credential may only read. Create one with"
              + " \"Read and write\" in Visibuild, and set VISIBUILD_SCOPE to \"read write\".",
          e);
    }
  }

  private Photo photo(Path file) {
    try {
      return Photo.at(file);
    } catch (IOException e) {
      throw new ParameterException(commandLine, "--photo: " + e.getMessage(), e);
    }
  }

  private Connection connect() {
    Connection connection = connections.open(sandbox);
    err().println("Working with " + connection.name() + ".");
    err().flush();
    return connection;
  }

  private PrintWriter out() {
    return commandLine.getOut();
  }

  private PrintWriter err() {
    return commandLine.getErr();
  }

  /** The version in the jar's manifest. */
  static final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ProgramVersion.class.getPackage().getImplementationVersion();
      return new String[] {"site-report " + Objects.requireNonNullElse(version, "(build tree)")};
    }
  }
}
