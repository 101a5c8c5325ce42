package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import visibuild.audit.report.TextFile;
import visibuild.audit.report.TextSanitizer;
import visibuild.audit.usage.UsageReader;
import visibuild.audit.usage.UsageReport;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/**
 * Merges what {@code AccessUsageLog} recorded, reports approved writes that were not used, and
 * proposes a smaller policy and lock as a patch.
 *
 * @since 0.1
 */
@Mojo(name = "usage", defaultPhase = LifecyclePhase.NONE, threadSafe = true)
public final class UsageGoal extends AbstractMojo {
  /** The files of usage lines. */
  @Parameter(property = "visibuild.usage.files", required = true)
  List<File> files = List.of();

  /** The policy file. */
  @Parameter(
      property = "visibuild.policy",
      defaultValue = "${project.basedir}/visibuild-policy.json",
      required = true)
  @Nullable File policy;

  /** The lock file; without it, the one that the policy names, if it names one. */
  @Parameter(property = "visibuild.lock")
  @Nullable File lock;

  /** A write is unused if no program used it for so many days. */
  @Parameter(property = "visibuild.usage.days", defaultValue = "90")
  int days = 90;

  /** Only the lines of this program count; without it, all lines. */
  @Parameter(property = "visibuild.usage.program")
  @Nullable String program;

  /** Reads the files as whole logs and skips their lines without usage. */
  @Parameter(property = "visibuild.usage.log", defaultValue = "false")
  boolean log;

  /** The file for the patch. */
  @Parameter(property = "visibuild.usage.patch")
  @Nullable File patch;

  /** Fails the build if an approved write is unused. */
  @Parameter(property = "visibuild.usage.failOnUnused", defaultValue = "false")
  boolean failOnUnused;

  /** Skips the goal. */
  @Parameter(property = "visibuild.skip", defaultValue = "false")
  boolean skip;

  private final Clock clock;

  /** Creates the goal for Maven. */
  public UsageGoal() {
    this(Clock.systemUTC());
  }

  UsageGoal(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, because visibuild.skip is set.");
      return;
    }
    try {
      run();
    } catch (IOException | MalformedFileException unusable) {
      throw new MojoExecutionException(unusable.getMessage(), unusable);
    }
  }

  private void run()
      throws IOException, MalformedFileException, MojoExecutionException, MojoFailureException {
    UsageReader reader = new UsageReader(!log, Optional.ofNullable(program));
    for (File file : files) {
      reader.read(file.toPath());
    }
    UsageReport report =
        UsageReport.of(
            reader.recorded(), place(policy), place(lock), LocalDate.now(clock), Math.max(1, days));
    reader.recorded().problems().forEach(problem -> getLog().warn(TextSanitizer.of(problem)));
    report.text().lines().forEach(line -> getLog().info(TextSanitizer.of(line)));
    if (patch != null) {
      List<Path> inputs = new ArrayList<>(files.stream().map(File::toPath).toList());
      inputs.addAll(TeamPolicy.files(place(policy), place(lock)));
      TextFile.write(patch.toPath(), report.patch(), inputs);
    }
    if (reader.recorded().unreadableLines() > 0) {
      throw new MojoExecutionException(
          "Lines that could not be read: %d; see the warnings above. The other lines count."
              .formatted(reader.recorded().unreadableLines()));
    }
    if (failOnUnused && report.unused()) {
      throw new MojoFailureException("Approved writes are unused; see the report above.");
    }
  }

  private static Optional<Path> place(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
