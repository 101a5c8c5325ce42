package visibuild.processor.reachability;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;

/**
 * The program in {@code src/test/resources/reach}, whose client reaches classes in each way there
 * is: compiled, and run in a JVM of its own against a server in this one.
 */
final class ReachProgram {
  /** Its output. */
  static final String OUTPUT =
      """
      Visi[id=1, status=CLOSED, reporter=Person[name=Ann]]
      [Circle[radius=1], Square[side=2]]
      base 3 Detail[text=deep]
      word
      Optional[Price[cents=250, rate=7%]]
      [Item[id=i]] {CLOSED=[a-b]}
      $.data.inner.must: it is null or missing
      $.data.marked.must: it is null or missing
      Created[title=made]
      Echo[body={"title":"t","urgent":"yes","part":{"status":"closed"}}]
      Echo[body={"name":"me"}]
      """;

  private static final Map<String, String> CLIENT_CALLS =
      Map.of(
          "/visis?status=not%20started&status=closed&day=MONDAY",
          "\"visis\":[{\"id\":\"1\",\"status\":\"closed\",\"reporter\":{\"name\":\"Ann\"}}]",
          "/shapes",
          "\"shapes\":[{\"kind\":\"circle\",\"radius\":1},{\"kind\":\"square\",\"side\":2}]",
          "/bean",
          "\"bean\":{\"baseName\":\"base\",\"size\":3,\"detail\":{\"text\":\"deep\"}}",
          "/built",
          "\"built\":{\"part\":{\"text\":\"word\"}}",
          "/price",
          "\"price\":{\"cents\":2.5,\"rate\":{\"per\":7}}",
          "/box",
          "\"box\":{\"value\":[{\"id\":\"i\"}],\"keys\":{\"closed\":[{\"left\":\"a\",\"right\":\"b\"}]}}",
          "/inner",
          "\"inner\":{}",
          "/marked",
          "\"marked\":{}");

  private static final Pattern LINKED =
      Pattern.compile(
          ".*/(retrofit|okhttp-jvm|okio-jvm|kotlin-stdlib|jackson-(core|databind"
              + "|annotations|datatype-jsr310)|jspecify)-[^/]*jar|.*/visibuild-runtime-[^/]*jar");

  private ReachProgram() {}

  /** Compiles it into {@code folder}, with all that the processor writes. */
  static void compileTo(Path folder) throws IOException, URISyntaxException {
    ClassFolder.fill(folder, Compiling.compile(sources()));
  }

  private static List<JavaFileObject> sources() throws IOException, URISyntaxException {
    Path root = Path.of(ReachProgram.class.getResource("/reach").toURI());
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '.');
        sources.add(
            JavaFileObjects.forSourceString(
                name.replaceFirst("\\.java$", ""), Files.readString(file)));
      }
    }
    return sources;
  }

  /** The class path of a program: the runtime and its dependencies. */
  static List<Path> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> entry.replace(File.separatorChar, '/'))
        .filter(
            entry -> entry.endsWith("/runtime/target/classes") || LINKED.matcher(entry).matches())
        .map(Path::of)
        .toList();
  }

  /** Runs it, after what else the JVM is to be told, and returns what it prints. */
  static String run(List<Path> classpath, String... before)
      throws IOException, InterruptedException {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(new Responses());
      server.start(InetAddress.getLoopbackAddress(), 0);
      List<String> command = new ArrayList<>(List.of("-cp", joined(classpath)));
      command.addAll(List.of(before));
      command.add("program.Program");
      command.add("http://" + server.getHostName() + ":" + server.getPort());
      return java(command);
    }
  }

  /** Runs a JVM, and returns what it prints. */
  static String java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.replace("\r\n", "\n");
  }

  private static String joined(List<Path> classpath) {
    return classpath.stream().map(Path::toString).collect(joining(File.pathSeparator));
  }

  /** Responds to what is asked, and echoes what is sent. */
  private static final class Responses extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String target = request.getTarget().replaceFirst("^/api/core/v1", "");
      String body = request.getBody() == null ? "" : request.getBody().utf8();
      String data =
          switch (target) {
            case "/crud" -> "\"record\":" + body;
            case "/sent" -> "\"echo\":{\"body\":" + quoted(body) + "}";
            case "/parts" -> "\"echo\":{\"body\":" + quoted(contentOf(body)) + "}";
            default -> CLIENT_CALLS.getOrDefault(target, "");
          };
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/json")
          .body("{\"data\":{" + data + "}}")
          .build();
    }

    private static String contentOf(String part) {
      return part.substring(part.indexOf('{'), part.lastIndexOf('}') + 1);
    }

    private static String quoted(String text) {
      return '"' + text.replace("\"", "\\\"") + '"';
    }
  }
}
