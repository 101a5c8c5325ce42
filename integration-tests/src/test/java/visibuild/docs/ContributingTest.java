package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for contributors names classes and packages that exist. */
class ContributingTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.[A-Z]\\w*)?`");
  private static final Pattern PACKAGE = Pattern.compile("`(visibuild(?:\\.[a-z]+)+)`");

  @Test
  void everyNamedClass_exists() throws IOException {
    Set<String> sources = mainSources(path -> path.getFileName().toString());

    assertThat(names(CLASS)).isNotEmpty().allSatisfy(name -> assertThat(sources).contains(name));
  }

  @Test
  void everyNamedPackage_exists() throws IOException {
    Set<String> folders =
        mainSources(path -> String.valueOf(path.getParent()).replace('\\', '/')).stream()
            .map(folder -> folder.replaceFirst(".*/src/main/java/", "").replace('/', '.'))
            .collect(Collectors.toSet());

    assertThat(names(PACKAGE)).isNotEmpty().allSatisfy(name -> assertThat(folders).contains(name));
  }

  /** Returns the matches in the section about places; the other sections name annotations. */
  private static Set<String> names(Pattern pattern) throws IOException {
    String page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    String section =
        page.substring(page.indexOf("## Where to find things"), page.indexOf("## How a change"));
    return pattern
        .matcher(section)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> mainSources(Function<Path, String> part) throws IOException {
    Set<String> parts = new TreeSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.sorted().toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> part.apply(file).replaceFirst("\\.java$", ""))
                .forEach(parts::add);
          }
        }
      }
    }
    return parts;
  }
}
