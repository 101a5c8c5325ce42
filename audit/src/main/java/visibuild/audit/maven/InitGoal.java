package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import visibuild.audit.Program;
import visibuild.audit.propose.ProposedFiles;
import visibuild.audit.propose.ProposedPolicy;
import visibuild.audit.read.UnreadableException;
import visibuild.audit.report.TextFile;

/**
 * Writes a first policy and lock that permit the reachable calls of the module, with all that it
 * needs at run time, and a Markdown file with the reason for each write. Replaces no file.
 *
 * @since 0.1
 */
@Mojo(
    name = "init",
    defaultPhase = LifecyclePhase.NONE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class InitGoal extends ProgramGoal {
  /** The folder to write to. */
  @Parameter(property = "visibuild.folder", defaultValue = "${project.basedir}", required = true)
  File folder = new File("");

  /** The name in each approval. */
  @Parameter(property = "visibuild.approvedBy", defaultValue = "not reviewed yet")
  String approvedBy = "not reviewed yet";

  /** The number of days for which the approvals count. */
  @Parameter(property = "visibuild.days", defaultValue = "90")
  int days = 90;

  private final Clock clock;

  /** Creates the goal for Maven. */
  public InitGoal() {
    this(Clock.systemUTC());
  }

  InitGoal(Clock clock) {
    this.clock = clock;
  }

  @Override
  void run(Program program) throws UnreadableException, IOException {
    if (days < 1) {
      throw new IllegalArgumentException(
          "visibuild.days is " + days + ". Name a number from 1 on.");
    }
    checkKnown(program);
    ProposedPolicy proposed =
        new ProposedPolicy(List.of(program), approvedBy, LocalDate.now(clock).plusDays(days));
    for (Map.Entry<Path, String> file : ProposedFiles.of(proposed, folder.toPath()).entrySet()) {
      TextFile.write(file.getKey(), file.getValue());
      getLog().info("Wrote " + places().of(file.getKey()));
    }
    getLog().info("Review these files, then: mvn verify visibuild-audit:check");
  }
}
