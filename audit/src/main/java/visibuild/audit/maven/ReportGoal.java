package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.report.Format;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

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

  /**
   * The form of the report: text, json, markdown, sarif or html; without it, the one that the name
   * of the file stands for, or else html.
   */
  @Parameter(property = "visibuild.report.format")
  @Nullable String format;

  /** The policy file whose verdict and approvals the report shows, if it exists. */
  @Parameter(
      property = "visibuild.policy",
      defaultValue = "${project.basedir}/visibuild-policy.json")
  @Nullable File policy;

  private final Clock clock;

  /** Made by Maven. */
  public ReportGoal() {
    this(Clock.systemUTC());
  }

  ReportGoal(Clock clock) {
    this.clock = clock;
  }

  @Override
  void run(Program program) throws IOException, MalformedFileException {
    if (output != null) {
      Format form = form(format, output, Format.HTML);
      Optional<Path> checked = Optional.ofNullable(policy).filter(File::isFile).map(File::toPath);
      write(output, print(findings(program), form), checked, Optional.empty());
      String needs =
          program.isUnknown() ? " has no client that is known" : " needs " + program.needs();
      getLog().info(program.name() + needs + "; see " + output);
    }
  }

  private Findings findings(Program program) throws IOException, MalformedFileException {
    LocalDate today = LocalDate.now(clock);
    Findings findings = Findings.about(List.of(program)).on(today);
    if (policy == null || !policy.isFile()) {
      return findings;
    }
    TeamPolicy team = TeamPolicy.open(Optional.of(policy.toPath()), Optional.empty(), places()::of);
    return findings.with(Verdict.of(team, List.of(program), today));
  }
}
