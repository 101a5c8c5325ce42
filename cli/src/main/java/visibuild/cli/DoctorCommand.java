package visibuild.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.audit.report.TextFile;
import visibuild.cli.doctor.Doctor;
import visibuild.cli.doctor.DoctorReport;
import visibuild.cli.doctor.OkHttpApiServer;
import visibuild.cli.doctor.Settings;
import visibuild.cli.doctor.ShapeReport;
import visibuild.cli.doctor.TableReport;
import visibuild.internal.base.EnvironmentVariables;

/** Compares the responses of a real account with the interfaces and records of the client. */
@Command(
    name = "doctor",
    exitCodeOnExecutionException = 2,
    mixinStandardHelpOptions = true,
    versionProvider = VisibuildVersion.class,
    description = {
      "Compares Visibuild's responses with the documentation of visibuild-client.",
      "Reads only: GET requests with a token of scope \"read\". The origin and the credential come"
          + " from the variables VISIBUILD_*."
    },
    footer = {
      "",
      "Example: visibuild doctor --json > shapes.json",
      "The JSON has names, types and statuses, and no value of a response.",
      "Exit codes: 0 no difference, 1 differences, 2 usage, environment, no connection or no token."
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print the shape report as JSON, not the table.")
  private boolean json;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Also write the recorded shapes to FILE, as a fixture for tests.")
  private @Nullable Path file;

  @Option(
      names = "--check-write-scope",
      description =
          "Also request a token of scope \"read write\", look at its response and drop it.")
  private boolean checksWriteScope;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Map<String, String> environment;
  private final Clock clock;
  private final OkHttpClient http;

  DoctorCommand(Map<String, String> environment, Clock clock, OkHttpClient http) {
    this.environment = environment;
    this.clock = clock;
    this.http = http;
  }

  @Override
  public Integer call() {
    Settings settings;
    try {
      settings = Settings.of(environment);
    } catch (IllegalArgumentException e) {
      return fail(String.valueOf(e.getMessage()));
    }
    try {
      DoctorReport report =
          Doctor.of(new OkHttpApiServer(http, settings), clock, UUID::randomUUID)
              .examine(settings.scope(), checksWriteScope);
      return print(report, settings);
    } catch (IOException e) {
      return fail(unreachable(e));
    } finally {
      http.connectionPool().evictAll();
      http.dispatcher().executorService().shutdown();
    }
  }

  private int print(DoctorReport report, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? ShapeReport.render(report, settings, VisibuildVersion.number())
            : TableReport.render(report, settings));
    out.flush();
    if (report.failure() != null) {
      return fail(report.failure());
    }
    if (file != null) {
      try {
        TextFile.write(file, ShapeReport.renderFixture(report, settings), secretFile());
      } catch (IOException e) {
        return fail(String.valueOf(e.getMessage()));
      }
    }
    return report.differences().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Path> secretFile() {
    String secret = environment.get(EnvironmentVariables.CLIENT_SECRET_FILE);
    return secret == null || secret.isBlank() ? List.of() : List.of(Path.of(secret));
  }

  /** Does not repeat the message of the exception, which can have several lines. */
  private static String unreachable(IOException failure) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof SSLException
        ? "No TLS connection to the server (%s); check the origin, and the certificates that this JVM trusts."
            .formatted(name)
        : "No response from the token endpoint (%s); check the origin, the network and the proxy."
            .formatted(name);
  }

  private int fail(String message) {
    spec.commandLine().getErr().println(message);
    return ExitCode.USAGE;
  }
}
