package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds a program in Kotlin as Gradle does: kapt runs our processor, Kotlin's compiler compiles
 * the sources beside the clients, and javac the clients. Kotlin's compiler runs in a JVM of its
 * own, since kapt wants to see the inside of javac.
 */
final class KotlinBuild {
  private static final Pattern COMPILER =
      Pattern.compile(
          "(kotlin-(compiler|script|daemon|stdlib|reflect)|kotlinx-coroutines|trove4j|annotations-).*");
  private static final Pattern NOT_FOR_PROGRAMS =
      Pattern.compile("kotlin-(compiler|script|daemon|annotation-processing).*|test-classes");
  private static final String KAPT = "plugin:org.jetbrains.kotlin.kapt3:";

  private final Path folder;
  private final Path sources;

  /** Builds in {@code folder} what stands in {@code sources}. */
  KotlinBuild(Path folder, Path sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /** Runs the processor; what it and the compiler say. */
  String kapt(String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("-Xplugin=" + jar("kotlin-annotation-processing-embeddable"));
    arguments.addAll(plugin("aptMode=stubsAndApt"));
    arguments.addAll(plugin("sources=" + folder.resolve("generated")));
    arguments.addAll(plugin("classes=" + folder.resolve("classes")));
    arguments.addAll(plugin("stubs=" + folder.resolve("stubs")));
    arguments.addAll(plugin("incrementalData=" + folder.resolve("incremental")));
    arguments.addAll(
        plugin("apoptions=" + processorOption("visibuild.reachability", "native-image")));
    program().forEach(entry -> arguments.addAll(plugin("apclasspath=" + entry)));
    return compile(arguments, "SitesApi.kt");
  }

  /** Compiles the program and what kapt generated, and gives the folder of the classes. */
  Path compile(String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(folder.resolve("generated").toString());
    assertThat(compile(arguments, "SitesApi.kt", "Program.kt")).isEmpty();
    try (Stream<Path> generated = Files.walk(folder.resolve("generated"))) {
      List<String> javac =
          new ArrayList<>(
              List.of("-proc:none", "-nowarn", "-d", folder.resolve("classes").toString(), "-cp"));
      javac.add(String.join(File.pathSeparator, program()) + File.pathSeparator + classes());
      generated
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> javac.add(file.toString()));
      StringWriter remarks = new StringWriter();
      ToolProvider.findFirst("javac")
          .orElseThrow()
          .run(new PrintWriter(remarks), new PrintWriter(remarks), javac.toArray(String[]::new));
      assertThat(remarks).asString().isEmpty();
    }
    return classes();
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private String compile(List<String> options, String... files)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    for (String part : List.of("api", "code", "comp", "file", "jvm", "main", "tree", "util")) {
      command.add("--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", String.join(File.pathSeparator, entries(COMPILER))));
    command.add("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
    command.addAll(List.of("-no-stdlib", "-no-reflect", "-Xjdk-release=17", "-d"));
    command.add(classes().toString());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, program())));
    command.addAll(options);
    Arrays.stream(files).map(file -> sources.resolve(file).toString()).forEach(command::add);
    Path log = Files.createTempFile(folder, "kotlin", ".log");
    Process compiler =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(compiler.waitFor(30, TimeUnit.MINUTES)).as("Kotlin's compiler ends").isTrue();
    } finally {
      compiler.destroyForcibly();
    }
    // A JVM newer than this Kotlin remarks on what the compiler itself does.
    return Files.readString(log)
        .lines()
        .filter(line -> !line.startsWith("WARNING: ") && !line.isBlank())
        .map(line -> line + "\n")
        .reduce("", String::concat);
  }

  /** Encodes one option as kapt expects it: Base64 of a count, then names and values. */
  private static String processorOption(String name, String value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream options = new ObjectOutputStream(bytes)) {
      options.writeInt(1);
      options.writeUTF(name);
      options.writeUTF(value);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static List<String> plugin(String option) {
    return List.of("-P", KAPT + option);
  }

  private static String jar(String name) {
    return entries(Pattern.compile(name + ".*")).get(0);
  }

  /** Returns a program's class path, with the processor. */
  private static List<String> program() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !NOT_FOR_PROGRAMS.matcher(new File(entry).getName()).matches())
        .toList();
  }

  private static List<String> entries(Pattern name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> name.matcher(new File(entry).getName()).matches())
        .toList();
  }
}
