package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.read.UnreadableException;
import visibuild.audit.report.Format;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/**
 * Fails the build if the module, with all that it needs at run time, breaks its policy or its lock.
 *
 * @since 0.1
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckGoal extends ProgramGoal {
  /** The policy file. */
  @Parameter(
      property = "visibuild.policy",
      defaultValue = "${project.basedir}/visibuild-policy.json",
      required = true)
  @Nullable File policy;

  /** The lock file; without it, the one that the policy names, if it names one. */
  @Parameter(property = "visibuild.lock")
  @Nullable File lock;

  /** The file for an additional report. */
  @Parameter(property = "visibuild.check.output")
  @Nullable File output;

  /**
   * The form of the report that is written too: text, json, markdown, sarif or html; without it,
   * the one that the name of the file stands for, or else sarif.
   */
  @Parameter(property = "visibuild.check.format")
  @Nullable String format;

  private final Clock clock;

  /** Made by Maven. */
  public CheckGoal() {
    this(Clock.systemUTC());
  }

  CheckGoal(Clock clock) {
    this.clock = clock;
  }

  @Override
  void run(Program program)
      throws MojoFailureException, UnreadableException, MalformedFileException, IOException {
    Format form = form(format, output, Format.SARIF);
    TeamPolicy team = TeamPolicy.open(place(policy), place(lock), places()::of);
    List<Program> programs = List.of(program);
    LocalDate today = LocalDate.now(clock);
    Verdict verdict = Verdict.of(team, programs, today);
    Findings findings = Findings.about(programs).with(verdict).on(today);
    if (output != null) {
      write(output, print(findings, form), place(policy), place(lock));
    }
    if (!verdict.violations().isEmpty()) {
      throw new MojoFailureException(
          "%s breaks its policy.%n%n%s"
              .formatted(
                  program.name(), print(Findings.about(List.of()).with(verdict), Format.TEXT)));
    }
    checkKnown(program);
    getLog()
        .info(
            program.isUnknown()
                ? program.name() + " has no client that is known, so its policy was not checked."
                : program.name() + " needs " + program.needs() + ", and its policy holds.");
  }

  private static Optional<Path> place(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
