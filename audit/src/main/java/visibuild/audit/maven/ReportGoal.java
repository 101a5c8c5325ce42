package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.report.Format;
import visibuild.audit.report.TextFile;

/**
 * Writes down which scope the module needs, with all that it needs at run time, and which calls
 * force it.
 *
 * @since 0.1
 */
@Mojo(
    name = "report",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ReportGoal extends ProgramGoal {
  /** The file to write to. */
  @Parameter(
      property = "visibuild.report.output",
      defaultValue = "${project.build.directory}/visibuild-audit.html",
      required = true)
  @Nullable File output;

  /** The form of the report: text, json, markdown, sarif or html. */
  @Parameter(property = "visibuild.report.format", defaultValue = "html")
  String format = "html";

  /** Made by Maven. */
  public ReportGoal() {}

  @Override
  void run(Program program) throws IOException {
    if (output != null) {
      TextFile.write(
          output.toPath(), print(Findings.about(List.of(program)), Format.parse(format)));
      String needs =
          program.isUnknown() ? " has no client that is known" : " needs " + program.needs();
      getLog().info(program.name() + needs + "; see " + output);
    }
  }
}
