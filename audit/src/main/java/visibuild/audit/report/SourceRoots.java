package visibuild.audit.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import visibuild.policy.SourcePosition;

/**
 * The source roots of a repository, so that a report can name files relative to its top. A
 * descriptor knows its file relative to a source root only.
 *
 * @param top the repository's top folder
 * @param roots folders such as {@code desk/src/main/java}, relative to the top
 * @since 0.1
 */
public record SourceRoots(Path top, List<Path> roots) {
  /** No roots: files are named as the descriptors name them. */
  public static final SourceRoots NONE = new SourceRoots(Path.of(""), List.of());

  /** Makes roots of a copy of {@code roots}. */
  public SourceRoots {
    roots = List.copyOf(roots);
  }

  /** The file of {@code position}, below the first root that has it, with {@code /} throughout. */
  String fileOf(SourcePosition position) {
    return roots.stream()
        .filter(root -> isPath(position.file()))
        .map(root -> root.resolve(position.file()))
        .filter(file -> Files.isRegularFile(top.resolve(file)))
        .findFirst()
        .map(file -> file.toString().replace('\\', '/'))
        .orElse(position.file());
  }

  /** A descriptor may come from others, and hold a text that no file system accepts. */
  private static boolean isPath(String file) {
    try {
      return !Path.of(file).isAbsolute();
    } catch (InvalidPathException malformed) {
      return false;
    }
  }

  /** The position as terminals link it: file, colon, line. */
  String textOf(SourcePosition position) {
    return new SourcePosition(fileOf(position), position.line()).toString();
  }
}
