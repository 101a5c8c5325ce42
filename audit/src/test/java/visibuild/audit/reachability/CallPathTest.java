package visibuild.audit.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.CallStep;
import visibuild.audit.Reachability;
import visibuild.policy.Descriptor;

/** The choice among several paths to one call. */
class CallPathTest {
  private static final Descriptor TICKETS =
      api("app.desk.Tickets", call("open", "POST", "tickets", 1));
  private static final String CLIENT =
      "package app.desk; public final class TicketsClient { public void open() {} }";
  private static final String LIBRARY_MAIN =
      """
      package lib.tool;
      public class Tool {
        public static void main(String[] args) { new app.desk.TicketsClient().open(); }
      }""";

  @TempDir Path folder;

  @Test
  void shorterPathFromALibrary_yieldsToTheProgramsMain() throws IOException {
    List<CallStep> path =
        path(
            Map.of(
                "app.desk.Main",
                """
                package app.desk;
                public class Main {
                  public static void main(String[] args) { first(); }
                  static void first() { second(); }
                  static void second() { new TicketsClient().open(); }
                }""",
                "lib.tool.Tool",
                LIBRARY_MAIN),
            Map.of());

    assertThat(path)
        .extracting(CallStep::method)
        .containsExactly(
            "app.desk.Main.main",
            "app.desk.Main.first",
            "app.desk.Main.second",
            "app.desk.TicketsClient.open");
  }

  @Test
  void pathFromALibraryAlone_isStillFound() throws IOException {
    List<CallStep> path =
        path(
            Map.of(
                "app.desk.Main",
                "package app.desk; public class Main { public static void main(String[] a) {} }",
                "lib.tool.Tool",
                LIBRARY_MAIN),
            Map.of());

    assertThat(path)
        .extracting(CallStep::method)
        .containsExactly("lib.tool.Tool.main", "app.desk.TicketsClient.open");
  }

  @Test
  void wordOfATextThatHappensToBeAMethodsName_beginsNoPathWhereCodeDoes() throws IOException {
    List<CallStep> path =
        path(
            Map.of(
                "app.desk.Main",
                """
                package app.desk;
                public class Main {
                  public static void main(String[] args) { start(new Task()); }
                  static void start(Object task) { if (task instanceof Runnable r) { r.run(); } }
                }""",
                "app.desk.Task",
                """
                package app.desk;
                @Marked class Task implements Runnable {
                  public void run() { call(); }
                  void call() { new TicketsClient().open(); }
                }""",
                "app.desk.Marked",
                """
                package app.desk;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) @interface Marked {}"""),
            Map.of("lib/suffixes.list", "example\ncall\n"));

    assertThat(path.get(0).method()).isEqualTo("app.desk.Main.main");
    assertThat(path).extracting(CallStep::toString).noneMatch(step -> step.contains("suffixes"));
  }

  @Test
  void methodThatOnlyATextNames_isStillFound() throws IOException {
    List<CallStep> path =
        path(
            Map.of(
                "app.desk.Main",
                "package app.desk; public class Main { public static void main(String[] a) {} }",
                "app.desk.Task",
                """
                package app.desk;
                @Deprecated class Task {
                  void call() { new TicketsClient().open(); }
                }"""),
            Map.of("beans.txt", "app.desk.Task call"));

    assertThat(path.get(0).note()).contains("beans.txt");
  }

  private List<CallStep> path(Map<String, String> sources, Map<String, String> texts)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(sources);
    all.put("app.desk.TicketsClient", CLIENT);
    Path classes = CompiledSources.compile(all, folder);
    ProgramClasses program = new ProgramClasses();
    for (String part : List.of("app", "lib")) {
      if (Files.isDirectory(classes.resolve(part))) {
        add(program, classes, part);
      }
    }
    texts.forEach(
        (name, text) ->
            program.add(
                name,
                name.startsWith("lib/") ? "lib.jar" : "app.jar",
                text.getBytes(StandardCharsets.UTF_8)));
    Reachability reachability = ReachabilityAnalysis.of(program, List.of(TICKETS));
    return reachability.paths().get(Reachability.key(TICKETS, TICKETS.methods().get(0)));
  }

  private static void add(ProgramClasses program, Path classes, String part) throws IOException {
    try (Stream<Path> files = Files.walk(classes.resolve(part))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        program.add(
            classes.relativize(file).toString().replace('\\', '/'),
            part + ".jar",
            Files.readAllBytes(file));
      }
    }
  }
}
