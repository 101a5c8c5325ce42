package visibuild.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for contributors lists all packages in their order, and classes that exist. */
class ContributingTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.[A-Z]\\w*)?`");
  private static final Pattern PACKAGE = Pattern.compile("`(visibuild(?:\\.[a-z]+)*)`");
  private static final Pattern DECLARATION = Pattern.compile("(?m)^package ([a-z.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?([a-z.]+)\\.[A-Z]");

  @Test
  void everyNamedClass_exists() throws IOException {
    Set<String> classes =
        mainAndTestSources(ROOT).stream()
            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
            .collect(Collectors.toSet());

    assertThat(names(CLASS, guide()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(classes).contains(name));
  }

  @Test
  void everyNamedPackage_exists() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path file : mainAndTestSources(ROOT)) {
      packages.addAll(names(DECLARATION, Files.readString(file)));
    }

    assertThat(names(PACKAGE, guide()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(packages).contains(name));
  }

  @Test
  void packagesOfTheRuntime_useOnlyPackagesBelow() throws IOException {
    assertOrder("runtime", "**A call**", "visibuild");
  }

  @Test
  void packagesOfTheProcessor_useOnlyPackagesBelow() throws IOException {
    assertOrder("processor", "**An interface**", "");
  }

  @Test
  void packagesOfTheAudit_useOnlyPackagesBelow() throws IOException {
    assertOrder("audit", "**A program**", "");
  }

  /**
   * Asserts that the list has each package of the module, above those that it uses.
   *
   * @param values the package that each package may use
   */
  private static void assertOrder(String module, String title, String values) throws IOException {
    List<Set<String>> levels = levels(title);
    Set<String> mistakes = new TreeSet<>();
    for (Path file : sources(ROOT.resolve(module), "src/main/java")) {
      String source = Files.readString(file);
      for (String user : names(DECLARATION, source)) {
        int level = level(levels, user);
        if (level < 0) {
          mistakes.add(user + " is in no list of CONTRIBUTING.md: add it, with its purpose");
        }
        names(IMPORT, source).stream()
            .filter(used -> !used.equals(values))
            .filter(used -> level(levels, used) >= 0 && level(levels, used) < level)
            .forEach(used -> mistakes.add(user + " uses " + used + ", which is listed above it"));
      }
    }

    assertThat(levels).isNotEmpty();
    assertThat(mistakes).isEmpty();
  }

  /** Returns the packages in each row of the first table after {@code title}. */
  private static List<Set<String>> levels(String title) throws IOException {
    String guide = guide();
    return guide
        .substring(guide.indexOf(title))
        .lines()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> names(PACKAGE, row.split("\\|", -1)[1]))
        .filter(names -> !names.isEmpty())
        .toList();
  }

  private static int level(List<Set<String>> levels, String name) {
    for (int level = 0; level < levels.size(); level++) {
      if (levels.get(level).contains(name)) {
        return level;
      }
    }
    return -1;
  }

  /** Returns the section about places; other sections name annotations and tools. */
  private static String guide() throws IOException {
    String page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    return page.substring(
        page.indexOf("## Where to find things"), page.indexOf("## How a change gets in"));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> mainAndTestSources(Path folder) throws IOException {
    List<Path> sources = new ArrayList<>(sources(folder, "src/main/java"));
    sources.addAll(sources(folder, "src/test/java"));
    return sources;
  }

  /** Returns the sources of a module, or of all modules directly in {@code folder}. */
  private static List<Path> sources(Path folder, String sourceRoot) throws IOException {
    List<Path> roots = new ArrayList<>(List.of(folder));
    try (Stream<Path> modules = Files.list(folder)) {
      modules.forEach(roots::add);
    }
    List<Path> sources = new ArrayList<>();
    for (Path root : roots) {
      Path inRoot = root.resolve(sourceRoot);
      if (Files.isDirectory(inRoot)) {
        try (Stream<Path> files = Files.walk(inRoot)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }
}
