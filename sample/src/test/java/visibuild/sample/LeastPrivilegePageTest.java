package visibuild.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.cli.AuditCommand;
import visibuild.sample.cli.Main;

/** Runs the commands of the tutorial on least privilege, and compares the output that it shows. */
@Tag("slow")
class LeastPrivilegePageTest {
  private static final Path PAGE = Path.of("../docs/tutorials/least-privilege.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\n\\$ visibuild audit (.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern AUDITED = Pattern.compile("Audited on (\\S+):");
  private static final Pattern VERSION = Pattern.compile("version \\S+, ");
  private static final Pattern TEST_LIBRARY =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|assertj|byte-buddy|archunit|slf4j|jsoup|asm|java-diff).*");
  private static final String CUT = "...";

  @TempDir private Path folder;

  /** A command of the page, and the lines that the page shows. */
  private record Step(String command, List<String> shown) {}

  @Test
  void commands_printWhatThePageShows() throws Exception {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    Matcher audited = AUDITED.matcher(page);
    assertThat(audited.find()).isTrue();
    LocalDate today = LocalDate.parse(audited.group(1));
    writeProgram();
    writeUsage(today);

    List<Step> steps = steps(page);
    assertThat(steps).hasSize(6);
    for (Step step : steps) {
      assertShown(step, run(today, step.command()));
      if (step.command().startsWith("usage")) {
        applyPatch();
      }
    }
    assertThat(folder.resolve("access.html")).content().contains("Kim Lee");
  }

  private static List<Step> steps(String page) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      List<String> lines = normalized(block.group(1));
      steps.add(new Step(lines.get(0), lines.subList(1, lines.size())));
    }
    return steps;
  }

  private static List<String> normalized(String text) {
    return VERSION.matcher(text).replaceAll("version X, ").stripTrailing().lines().toList();
  }

  /** The lines between two cuts stand together, in the order of the page. */
  private static void assertShown(Step step, List<String> printed) {
    int from = 0;
    List<String> part = new ArrayList<>();
    boolean start = true;
    List<String> shown = new ArrayList<>(step.shown());
    boolean open = !shown.isEmpty() && shown.get(shown.size() - 1).equals(CUT);
    shown.add(CUT);
    for (String line : shown) {
      if (!line.equals(CUT)) {
        part.add(line);
        continue;
      }
      int at = Collections.indexOfSubList(printed.subList(from, printed.size()), part);
      assertThat(at)
          .as("%s in the output of %s:%n%s", part, step.command(), String.join("\n", printed))
          .isGreaterThanOrEqualTo(0);
      if (start) {
        assertThat(at).as("start of %s", step.command()).isZero();
      }
      from += at + part.size();
      start = false;
      part.clear();
    }
    if (!open) {
      assertThat(printed.subList(from, printed.size())).as("rest of %s", step.command()).isEmpty();
    }
  }

  /** Runs a command of the audit in a process, because the page's paths are relative. */
  private List<String> run(LocalDate today, String command) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", absoluteClassPath()));
    words.addAll(List.of(Audit.class.getName(), today.toString()));
    Matcher word = WORD.matcher(command.replace("usage-*.jsonl", "usage-1.jsonl"));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return run(words.toArray(String[]::new));
  }

  private List<String> run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertThat(exitCode).as(output).isEqualTo(output.contains(": broken in ") ? 1 : 0);
    return normalized(output);
  }

  /** Does what {@code git apply -p0 smaller.patch} does, without Git. */
  private void applyPatch() throws Exception {
    for (String each :
        Files.readString(folder.resolve("smaller.patch")).split("(?m)^(?=--- )", -1)) {
      List<String> patch = each.lines().filter(line -> !line.startsWith("\\ ")).toList();
      if (patch.isEmpty()) {
        continue;
      }
      Path file = folder.resolve(patch.get(1).substring("+++ ".length()));
      Files.write(
          file,
          DiffUtils.patch(Files.readAllLines(file), UnifiedDiffUtils.parseUnifiedDiff(patch)));
    }
  }

  private static String absoluteClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The class path of the tests without what only they need. */
  private static Stream<Path> libraries() throws URISyntaxException {
    Path audit = locationOf(AuditCommand.class);
    Path own = locationOf(Main.class);
    Path tests = locationOf(LeastPrivilegePageTest.class);
    return Arrays.stream(absoluteClassPath().split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> !List.of(audit, own, tests).contains(path))
        .filter(path -> !TEST_LIBRARY.matcher(path.getFileName().toString()).matches());
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Makes the jar as the build does: the classes, and a manifest that names the libraries. */
  private void writeProgram() throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        libraries().map(path -> path.toUri().toString()).collect(Collectors.joining(" ")));
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (OutputStream file = Files.newOutputStream(folder.resolve("site-report.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        jar.write(Files.readAllBytes(each));
      }
    }
  }

  /** The program opened three tickets on each of 94 days, and uploaded nothing. */
  private void writeUsage(LocalDate today) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < 94; number++) {
      LocalDate day = today.minusDays(number);
      lines.append(
          """
          {"visibuildUsage":1,"program":"site-report","process":"p1","from":"%1$sT08:00:00Z",\
          "to":"%1$sT09:00:00Z","part":0,"clients":[],"calls":[{"interface":\
          "visibuild.sample.ticket.TicketDeskApi","method":"open","scope":"READ_WRITE","count":3}]}
          """
              .formatted(day));
    }
    Files.writeString(folder.resolve("usage-1.jsonl"), lines);
  }

  /** The audit on a given day. */
  static final class Audit {
    private Audit() {}

    public static void main(String[] arguments) {
      Clock clock =
          Clock.fixed(
              LocalDate.parse(arguments[0]).atTime(12, 0).toInstant(ZoneOffset.UTC),
              ZoneOffset.UTC);
      String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
      System.exit(AuditCommand.line(clock).execute(rest));
    }
  }
}
