package visibuild.processor.writing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds qualified names that a compiler would misread, because a type or a constant has the name of
 * the package that they begin with (JLS 6.4.2).
 */
public final class ObscuredNames {
  private ObscuredNames() {}

  /**
   * Returns the first such name in {@code source}.
   *
   * @param packages the first parts of the package names that are obscured
   */
  public static Optional<String> find(String source, Set<String> packages) {
    if (packages.isEmpty()) {
      return Optional.empty();
    }
    Pattern qualified =
        Pattern.compile(
            "(?<![\\w.$])((?:"
                + String.join("|", packages)
                + ")\\.(?:\\p{Ll}\\w*\\.)*)(?: ?@[\\w.]+ )*(\\p{Lu}\\w*)");
    return source
        .lines()
        .filter(line -> !line.matches("(package|import) .*| +\\*.*"))
        .map(ObscuredNames::withoutStrings)
        .flatMap(line -> qualified.matcher(line).results())
        .map(name -> name.group(1) + name.group(2))
        .findFirst();
  }

  /** A loop, because a pattern with alternatives overflows the stack in a long string. */
  private static String withoutStrings(String line) {
    StringBuilder code = new StringBuilder();
    boolean isString = false;
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      if (isString && letter == '\\') {
        i++;
      } else if (!isString && line.startsWith("'\"'", i)) {
        i += 2;
      } else if (letter == '"') {
        isString = !isString;
      } else if (!isString) {
        code.append(letter);
      }
    }
    return code.toString();
  }
}
