package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples in Javadoc name members that exist, so that a renamed member is renamed there. */
class JavadocExamplesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code(.*?)}</pre>", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"[^\"\n]*\"");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern MEMBER = Pattern.compile("\\b([A-Z]\\w+)(?:\\.|::)(\\w+)");

  /** Members of each class or enum. */
  private static final Set<String> GENERAL = Set.of("class", "new", "values", "valueOf");

  @Test
  void everyMemberOfATypeOfThisProject_exists() throws IOException {
    Map<String, String> sources = mainSources();
    Map<String, String> code = new TreeMap<>();
    sources.forEach((type, source) -> code.put(type, COMMENT.matcher(source).replaceAll("")));
    Set<String> members = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    sources.forEach(
        (place, source) ->
            EXAMPLE
                .matcher(source)
                .results()
                .map(example -> STRING.matcher(example.group(1)).replaceAll("\"\""))
                .flatMap(example -> MEMBER.matcher(example).results())
                .filter(member -> code.containsKey(member.group(1)))
                .filter(member -> !GENERAL.contains(member.group(2)))
                .forEach(
                    member -> {
                      members.add(member.group());
                      if (!hasWord(code.get(member.group(1)), member.group(2))) {
                        unknown.add(place + ": " + member.group());
                      }
                    }));

    assertThat(members).contains("Fault.status", "Credential.fromEnvironment");
    assertThat(unknown).isEmpty();
  }

  private static boolean hasWord(String code, String word) {
    return Pattern.compile("\\b" + word + "\\b").matcher(code).find();
  }

  /** Returns the sources by the simple name of their type; equal names are joined. */
  private static Map<String, String> mainSources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    List<Path> modules;
    try (Stream<Path> all = Files.list(ROOT)) {
      modules = all.map(module -> module.resolve("src/main/java")).filter(Files::exists).toList();
    }
    for (Path module : modules) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(module)) {
        files = all.filter(file -> file.toString().endsWith(".java")).toList();
      }
      for (Path file : files) {
        String type = file.getFileName().toString().replaceFirst("\\.java$", "");
        sources.merge(type, Files.readString(file), String::concat);
      }
    }
    return sources;
  }
}
