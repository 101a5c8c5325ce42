package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import visibuild.audit.Program;
import visibuild.audit.read.UnreadableException;
import visibuild.audit.report.LockSummary;
import visibuild.audit.report.TextFile;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.PolicyFile;
import visibuild.policy.TeamPolicy;

/**
 * Writes the lock anew: all that the module writes now, with all that it needs at run time. Commit
 * it, so that the change is reviewed.
 *
 * @since 0.1
 */
@Mojo(
    name = "lock",
    defaultPhase = LifecyclePhase.NONE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class LockGoal extends ProgramGoal {
  /** The policy file, which may name the lock; without it, visibuild-policy.json if it is there. */
  @Parameter(property = "visibuild.policy")
  @Nullable File policy;

  /** The lock file; without it, the one that the policy names, or else visibuild-lock.json. */
  @Parameter(property = "visibuild.lock")
  @Nullable File lock;

  /** The module's folder. */
  @Parameter(defaultValue = "${project.basedir}", required = true, readonly = true)
  File module = new File("");

  /** Made by Maven. */
  public LockGoal() {}

  @Override
  void run(Program program) throws UnreadableException, MalformedFileException, IOException {
    checkKnown(program);
    Path place =
        TeamPolicy.lockPlace(policyPlace(), Optional.ofNullable(lock).map(File::toPath))
            .orElse(module.toPath().resolve(LockFile.NAME));
    LockFile.checkReplaceable(place);
    Lock now = Lock.of(places().of(place), program.reachableDescriptors());
    TextFile.write(place, LockFile.write(now));
    LockSummary.lines(now, List.of(program)).forEach(getLog()::info);
  }

  private Optional<Path> policyPlace() {
    return Optional.ofNullable(policy)
        .map(File::toPath)
        .or(
            () ->
                Optional.of(module.toPath().resolve(PolicyFile.NAME)).filter(Files::isRegularFile));
  }
}
