package visibuild.audit;

import java.util.Optional;

/**
 * The version and the commit of a program, as the files in its archive record them. Immutable.
 *
 * @param version the version, such as {@code 1.4.0}; empty if no file records it
 * @param commit the source revision, usually a hash; empty if no file records it
 * @param modified whether the sources had uncommitted changes when the program was built
 * @param time the time of the build, in the form of the file; empty if no file records it
 * @since 0.1
 */
public record BuildInfo(
    Optional<String> version, Optional<String> commit, boolean modified, Optional<String> time) {
  /** Nothing is recorded. */
  public static final BuildInfo NONE =
      new BuildInfo(Optional.empty(), Optional.empty(), false, Optional.empty());

  /** Returns this record, with {@code other} where something is missing. */
  public BuildInfo or(BuildInfo other) {
    return new BuildInfo(
        version.or(other::version),
        commit.or(other::commit),
        commit.isPresent() ? modified : other.modified,
        time.or(other::time));
  }
}
