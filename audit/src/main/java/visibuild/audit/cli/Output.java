package visibuild.audit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import visibuild.audit.Findings;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;
import visibuild.audit.report.TextFile;

/** The options for format and destination of a report. */
final class Output {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: the one that the name of the file stands for,"
              + " otherwise text.")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write. Default: standard output.")
  private @Nullable Path file;

  @Option(
      names = "--source-root",
      paramLabel = "FOLDER",
      description =
          "A folder of sources such as desk/src/main/java, so that files are named as in the"
              + " repository. Can be repeated.")
  private List<Path> sourceRoots = new ArrayList<>();

  /** Writes {@code findings} to the file, which is none of {@code inputs}, or to the terminal. */
  void write(Findings findings, PrintWriter standardOutput, List<Path> inputs) throws IOException {
    Format form =
        Format.choose(Optional.ofNullable(format), Optional.ofNullable(file), Format.TEXT);
    String text = form.render(findings, new SourceRoots(Path.of(""), sourceRoots));
    if (file == null) {
      standardOutput.print(text);
      standardOutput.flush();
      return;
    }
    TextFile.write(file, text, inputs);
  }
}
