package visibuild.processor;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import visibuild.processor.testing.Compiling;

/**
 * A JDK on this machine, whose javac is run as a build runs it: as a process of its own, with the
 * processor on its processor path.
 *
 * @param release the feature release, such as 17
 */
record Jdk(int release, Path home) {
  /** The processor, and what it is made of. */
  private static final Pattern PROCESSOR =
      Pattern.compile(
          ".*/((processor|policy|runtime)/target/classes"
              + "|(visibuild-(policy|runtime)|javapoet|jackson-core|jspecify)-[^/]*jar)");

  /** The output and the exit status of a compilation. */
  record Ending(int status, String said) {}

  /**
   * The running one where it is of {@code release}, or else one from the places {@code .ci/run}
   * looks at.
   */
  static Optional<Jdk> of(int release) {
    if (release == Runtime.version().feature()) {
      return Optional.of(new Jdk(release, Path.of(System.getProperty("java.home"))));
    }
    return Stream.concat(named(release), installed(release))
        .filter(home -> isOf(release, home))
        .findFirst()
        .map(home -> new Jdk(release, home));
  }

  /** Compiles {@code sources} into {@code classes}, as strictly as javac can be told to. */
  Ending compile(Path classes, List<Path> sources) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(Compiling.WITH_PROCESSORS);
    arguments.addAll(List.of("-encoding", "UTF-8", "-d", classes.toString()));
    arguments.addAll(List.of("--class-path", joined(Compiling.classpath().stream())));
    arguments.addAll(List.of("--processor-path", joined(processorPath())));
    sources.forEach(source -> arguments.add(source.toString()));
    return javac(home, arguments);
  }

  private static Stream<Path> named(int release) {
    return Stream.of("", "_X64", "_ARM64")
        .map(suffix -> System.getenv("JAVA_HOME_" + release + suffix))
        .filter(Objects::nonNull)
        .map(Path::of);
  }

  private static Stream<Path> installed(int release) {
    Path home = Path.of(System.getProperty("user.home"));
    String sdkman = System.getenv("SDKMAN_DIR");
    return Stream.of(
            matching(Path.of("/usr/lib/jvm"), "*" + release + "*"),
            matching(Path.of("/Library/Java/JavaVirtualMachines"), "*" + release + "*")
                .map(folder -> folder.resolve("Contents/Home")),
            matching(
                (sdkman == null ? home.resolve(".sdkman") : Path.of(sdkman))
                    .resolve("candidates/java"),
                release + "*"))
        .flatMap(folders -> folders);
  }

  private static Stream<Path> matching(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, glob)) {
      folders.forEach(found::add);
    } catch (IOException unreadable) {
      return Stream.empty();
    }
    return found.stream().sorted();
  }

  private static boolean isOf(int release, Path home) {
    if (!Files.isExecutable(home.resolve("bin/javac"))) {
      return false;
    }
    try {
      return javac(home, List.of("-version")).said().matches("javac " + release + "\\b[\\s\\S]*");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Ending javac(Path home, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/javac").toString());
    command.addAll(
        List.of("-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // With one of these the JVM says so, and would look at the class path of the build.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS", "CLASSPATH")
        .forEach(builder.environment()::remove);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ending(process.waitFor(), said.replace("\r\n", "\n"));
  }

  private static Stream<File> processorPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> PROCESSOR.matcher(entry.replace(File.separatorChar, '/')).matches())
        .map(File::new);
  }

  private static String joined(Stream<File> path) {
    return path.map(File::getPath).collect(joining(File.pathSeparator));
  }
}
