package visibuild.audit.propose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import visibuild.policy.LockFile;
import visibuild.policy.PolicyFile;

/**
 * The files of a proposal.
 *
 * @since 0.1
 */
public final class ProposedFiles {
  /** The name of the file with the reasons. */
  public static final String REASONS = "visibuild-policy.md";

  private ProposedFiles() {}

  /**
   * Returns the content of each file of {@code proposed} in {@code folder}: policy, lock, reasons.
   *
   * @throws IOException if one of the files exists, since a proposal replaces none
   */
  public static Map<Path, String> of(ProposedPolicy proposed, Path folder) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(free(folder, PolicyFile.NAME), proposed.policy());
    files.put(free(folder, LockFile.NAME), LockFile.write(proposed.lock()));
    files.put(free(folder, REASONS), proposed.reasons());
    return files;
  }

  private static Path free(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          file + ": this file exists, and init replaces none. Remove it, or name another folder.");
    }
    return file;
  }
}
