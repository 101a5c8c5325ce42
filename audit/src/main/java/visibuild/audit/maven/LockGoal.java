package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;
import visibuild.audit.Program;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;

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
  /** The lock file. */
  @Parameter(
      property = "visibuild.lock",
      defaultValue = "${project.basedir}/visibuild-lock.json",
      required = true)
  @Nullable File lock;

  /** Made by Maven. */
  public LockGoal() {}

  @Override
  void run(Program program) throws IOException {
    Optional<Path> place = Optional.ofNullable(lock).map(File::toPath);
    if (place.isPresent()) {
      Lock now = Lock.of(place.get().toString(), program.descriptors());
      write(place.get().toFile(), LockFile.write(now));
      getLog().info(now.name() + " approves " + now.writes().size() + " writes.");
    }
  }
}
