package visibuild.processor.testing;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import visibuild.processor.VisibuildProcessor;

/** Runs javac with all warnings, each of which is an error. */
public final class Compiling {
  /** All warnings, except that no processor claims the annotations of a source. */
  public static final List<String> WITH_PROCESSORS =
      List.of(
          "-Xlint:all,-processing",
          "-Werror",
          "--release",
          "17",
          "-Avisibuild.reachability=shrinker,native-image");

  private static final Pattern MODEL_LIBRARIES =
      Pattern.compile(
          "[/\\\\](lombok|value|auto-value(-annotations)?|record-builder-\\w+)-[\\d.]+\\.jar$");

  private static final List<String> PLAIN =
      List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none");

  /** The imports of the tests' interfaces, on one line, so that lines keep their numbers. */
  private static final String IMPORTS =
      "package api; import java.util.*; import java.util.concurrent.*; import java.util.stream.*;"
          + " import retrofit2.http.*; import visibuild.*; ";

  private Compiling() {}

  /** Compiles with our processor and {@code others}. */
  public static Compilation compile(List<JavaFileObject> sources, Processor... others) {
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new VisibuildProcessor());
    return compiler().withOptions(WITH_PROCESSORS).withProcessors(processors).compile(sources);
  }

  /** Compiles with our processor and with {@code library} on the class path. */
  public static Compilation compileWith(Path library, JavaFileObject source) {
    List<File> classpath = new ArrayList<>(List.of(library.toFile()));
    classpath.addAll(classpath());
    return javac()
        .withOptions(WITH_PROCESSORS)
        .withClasspath(classpath)
        .withProcessors(new VisibuildProcessor())
        .compile(source);
  }

  /** Compiles with our processor, without the libraries whose names begin with {@code missing}. */
  public static Compilation compileWithout(String missing, JavaFileObject source) {
    return javac()
        .withOptions(WITH_PROCESSORS)
        .withClasspath(
            classpath().stream().filter(entry -> !entry.getName().startsWith(missing)).toList())
        .withProcessors(new VisibuildProcessor())
        .compile(source);
  }

  /** Compiles without any processor. */
  public static Compilation compilePlainly(List<JavaFileObject> sources) {
    return compiler().withOptions(PLAIN).compile(sources);
  }

  /** Returns a compiler without options or processors, on the class path of a usual program. */
  public static Compiler compiler() {
    return javac().withClasspath(classpath());
  }

  /** Compiles with {@code processors} and with the libraries that complete models. */
  public static Compilation compileWithModelLibraries(
      List<JavaFileObject> sources, List<Processor> processors, String... options) {
    return javac()
        .withClasspath(programs().toList())
        .withOptions((Object[]) options)
        .withProcessors(processors)
        .compile(sources);
  }

  /** Returns the class path of a usual program, without the libraries that complete models. */
  public static List<File> classpath() {
    return programs().filter(entry -> !MODEL_LIBRARIES.matcher(entry.getPath()).find()).toList();
  }

  /**
   * Without the test's own resources, since javac would take the golden sources from there, and
   * without Kotlin's compiler, the shrinker and Reactor, which are large.
   */
  private static Stream<File> programs() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(entry -> !entry.getName().equals("test-classes"))
        .filter(entry -> !entry.getName().startsWith("kotlin-compiler"))
        .filter(entry -> !entry.getName().startsWith("r8-"))
        .filter(entry -> !entry.getName().startsWith("reactor-core"));
  }

  /** Returns the file {@code api/<name>.java} with the usual imports before {@code text}. */
  public static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString("api." + name, IMPORTS + text);
  }
}
