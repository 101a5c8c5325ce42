package visibuild.audit.read;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program to be read: its name and its class path.
 *
 * @param name what the program is called in reports
 * @param classPath jars, class folders, folders of jars, and {@code folder/*} for the jars of a
 *     folder
 * @since 0.1
 */
public record ProgramInput(String name, List<String> classPath) {
  private static final List<String> BUILD_FOLDERS =
      List.of("classes", "target", "main", "java", "build", "");

  /** Makes an input of a copy of {@code classPath}. */
  public ProgramInput {
    classPath = List.copyOf(classPath);
  }

  /**
   * Reads {@code [name=]path[:path...]}, with the system's path separator. Without a name, the
   * first path gives it: {@code app} for {@code build/app.jar} and for {@code app/target/classes}.
   *
   * @throws IllegalArgumentException if there is no path in it; the message is for people
   */
  public static ProgramInput parse(String text) {
    int equals = text.indexOf('=');
    String paths = text.substring(equals + 1);
    List<String> classPath =
        Arrays.stream(paths.split(Pattern.quote(File.pathSeparator), -1))
            .filter(path -> !path.isBlank())
            .toList();
    if (classPath.isEmpty() || equals == 0) {
      throw new IllegalArgumentException(
          ("\"%s\" is no program. Write a jar, a class folder or a class path, with a name in front"
                  + " if it should have another: desk=desk.jar")
              .formatted(text));
    }
    return new ProgramInput(
        equals > 0 ? text.substring(0, equals) : nameOf(classPath.get(0)), classPath);
  }

  private static String nameOf(String path) {
    Path place;
    try {
      place = Path.of(path.endsWith("*") ? path.substring(0, path.length() - 1) : path);
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException(
          "%s: this is no path (%s). Name a jar or a class folder."
              .formatted(path, noPath.getReason()),
          noPath);
    }
    for (Path at = place.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path last = at.getFileName();
      if (last != null && !BUILD_FOLDERS.contains(last.toString())) {
        return last.toString().replaceFirst("(?i)\\.[jwe]ar$", "");
      }
    }
    return path;
  }
}
