package visibuild.benchmark.compiletime.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import visibuild.benchmark.compiletime.child.CopyingProcessor;
import visibuild.benchmark.compiletime.child.Cost;
import visibuild.benchmark.compiletime.child.Javac;
import visibuild.benchmark.compiletime.contest.Contender.Work;
import visibuild.benchmark.compiletime.source.SourceFile;
import visibuild.benchmark.compiletime.source.Sources;

/**
 * A compile that can be repeated: its sources are written, and its arguments stand in a file.
 *
 * @param folder where it all is; the compiler writes below {@code folder/classes}
 */
public record Compilation(Contender contender, int units, Path folder) {
  private static final String ARGUMENTS = "arguments";
  private static final String SOURCES = "sources";
  private static final String GENERATED = "generated";
  private static final String CLASSES = "classes";

  /** Writes the sources and the arguments; for some contenders generates the files to copy. */
  public static Compilation prepare(
      Contender contender, int units, Path below, ClassPaths paths, Javac javac)
      throws IOException, InterruptedException {
    Path folder = below.resolve(contender.name() + "-" + units);
    Compilation compilation = new Compilation(contender, units, folder);
    deleteAll(folder);
    for (SourceFile source : Sources.of(contender.dialect(), units)) {
      source.writeBelow(folder.resolve(SOURCES));
    }
    if (contender.work() == Work.GENERATED_BEFORE || contender.work() == Work.COPY) {
      compilation.generate(paths, javac);
    }
    List<String> arguments = compilation.options(paths, folder.resolve(CLASSES));
    arguments.addAll(compilation.processing(paths));
    arguments.addAll(filesBelow(folder.resolve(SOURCES)));
    if (contender.work() == Work.GENERATED_BEFORE) {
      arguments.addAll(filesBelow(folder.resolve(GENERATED)));
    }
    compilation.writeArguments(arguments);
    return compilation;
  }

  /** Writes the clients, and the descriptors beside them. */
  private void generate(ClassPaths paths, Javac javac) throws IOException, InterruptedException {
    Path generated = folder.resolve(GENERATED);
    Files.createDirectories(generated);
    List<String> arguments = options(paths, generated);
    arguments.addAll(
        List.of(
            "-proc:only",
            "-s",
            generated.toString(),
            "-processorpath",
            paths.processorPath(contender.dialect())));
    arguments.addAll(filesBelow(folder.resolve(SOURCES)));
    writeArguments(arguments);
    run(javac);
  }

  private List<String> processing(ClassPaths paths) throws IOException {
    return switch (contender.work()) {
      case NOTHING, GENERATED_BEFORE -> List.of("-proc:none");
      case PROCESSOR -> List.of("-processorpath", paths.processorPath(contender.dialect()));
      case COPY ->
          List.of(
              "-processorpath",
              Javac.ownClasses(),
              "-processor",
              CopyingProcessor.class.getName(),
              "-A" + CopyingProcessor.FOLDER + "=" + folder.resolve(GENERATED));
    };
  }

  /** Compiles into an empty folder. */
  public Cost run(Javac javac) throws IOException, InterruptedException {
    Path classes = folder.resolve(CLASSES);
    deleteAll(classes);
    Files.createDirectories(classes);
    return javac.run(folder.resolve(ARGUMENTS));
  }

  private List<String> options(ClassPaths paths, Path output) throws IOException {
    return new ArrayList<>(
        List.of(
            "--release",
            "17",
            "-Xmaxerrs",
            "3",
            "-d",
            output.toString(),
            "-cp",
            paths.classPath(contender.dialect())));
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".java")).sorted().toList();
    }
  }

  private void writeArguments(List<String> arguments) throws IOException {
    Files.write(
        folder.resolve(ARGUMENTS),
        arguments.stream().map(each -> '"' + each.replace("\\", "\\\\") + '"').toList());
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
