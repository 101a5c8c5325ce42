package visibuild.audit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import visibuild.audit.BuildInfo;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.read.ProgramInput;
import visibuild.audit.read.ProgramReader;
import visibuild.audit.read.ResourceLimits;
import visibuild.audit.read.UnreadableException;
import visibuild.audit.report.Format;
import visibuild.audit.report.SourceRoots;
import visibuild.audit.report.TextFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/** The common part of all goals: the module as a program, with its dependencies. */
abstract class ProgramGoal extends AbstractMojo {
  /** The name of the program in reports. */
  @Parameter(property = "visibuild.name", defaultValue = "${project.artifactId}", required = true)
  String name = "";

  /** The version of the module, for a report on classes that record none. */
  @Parameter(defaultValue = "${project.version}", readonly = true)
  @Nullable String version;

  /** The class path to read: the module's classes and its run-time dependencies. */
  @Parameter(defaultValue = "${project.runtimeClasspathElements}", required = true, readonly = true)
  List<String> classPath = List.of();

  /** The folders of the module's sources. */
  @Parameter(defaultValue = "${project.compileSourceRoots}", required = true, readonly = true)
  List<String> sourceFolders = List.of();

  /** The folder from which source files are named in reports. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", required = true, readonly = true)
  @Nullable File top;

  /** The folder of the module's classes. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true, readonly = true)
  @Nullable File classes;

  /** Lets a module pass in which no client is found. */
  @Parameter(property = "visibuild.allowEmpty", defaultValue = "false")
  boolean allowEmpty;

  /** Passes the goal over. */
  @Parameter(property = "visibuild.skip", defaultValue = "false")
  boolean skip;

  private final List<Path> read = new ArrayList<>();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Passed over, as visibuild.skip says.");
      return;
    }
    try {
      run(program());
    } catch (UnreadableException
        | MalformedFileException
        | IOException
        | IllegalArgumentException bad) {
      throw new MojoExecutionException(bad.getMessage(), bad);
    }
  }

  /** Does what the goal is for. */
  abstract void run(Program program)
      throws MojoFailureException, UnreadableException, MalformedFileException, IOException;

  private Program program() throws UnreadableException {
    if (classes != null && !classes.exists() && hasSources()) {
      throw new UnreadableException(
          name
              + " is not compiled, so what it can do is not known. Compile it in the same command:"
              + " mvn compile visibuild-audit:lock");
    }
    List<String> there = classPath.stream().filter(path -> new File(path).exists()).toList();
    Program program =
        new ProgramReader(ResourceLimits.USUAL).read(new ProgramInput(name, there), read::add);
    BuildInfo ofProject =
        new BuildInfo(Optional.ofNullable(version), Optional.empty(), false, Optional.empty());
    return places().of(program.with(program.build().or(ofProject)));
  }

  private boolean hasSources() {
    return sourceFolders.stream().map(File::new).anyMatch(ProgramGoal::holdsAFile);
  }

  private static boolean holdsAFile(File place) {
    File[] children = place.listFiles();
    return children == null
        ? place.isFile()
        : Arrays.stream(children).anyMatch(ProgramGoal::holdsAFile);
  }

  /** Refuses a module without a client, since a gate cannot rely on its report. */
  final void checkKnown(Program program) throws UnreadableException {
    UnreadableException.throwForGaps(List.of(program));
    if (program.isUnknown() && !allowEmpty) {
      throw new UnreadableException(
          name
              + ": no client found, so nothing is known of what it can do. Compile it with the"
              + " processor, or allow it: -Dvisibuild.allowEmpty");
    }
  }

  /** Returns the form named {@code format}; without it, the one that {@code output} stands for. */
  static Format form(@Nullable String format, @Nullable File output, Format other) {
    return Format.choose(
        Optional.ofNullable(format).map(Format::parse),
        Optional.ofNullable(output).map(File::toPath),
        other);
  }

  /**
   * Writes a report to {@code output}.
   *
   * @throws IOException if the file cannot be written, is read by this goal, or has the report of
   *     another goal of the same build
   */
  final void write(File output, String report, Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    List<Path> inputs = new ArrayList<>(read);
    inputs.addAll(TeamPolicy.files(policy, lock));
    Path file = output.toPath().toAbsolutePath().normalize();
    Object writer = written().putIfAbsent("visibuild.output " + file, getClass());
    if (writer != null && writer != getClass()) {
      throw new IOException(
          "%s: another goal of this build wrote its report to this file. Name a file for each, with -Dvisibuild.check.output and -Dvisibuild.report.output."
              .formatted(output));
    }
    TextFile.write(output.toPath(), report, inputs);
  }

  /** The files that the goals of this build wrote, shared through Maven's context. */
  @SuppressWarnings("unchecked")
  private Map<Object, Object> written() {
    Map<Object, Object> context = getPluginContext();
    return context == null ? new HashMap<>() : context;
  }

  /** The findings in {@code format}, with sources named as the repository names them. */
  final String print(Findings findings, Format format) {
    Path from = places().top();
    return format.render(
        findings,
        new SourceRoots(
            from,
            sourceFolders.stream()
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(from::relativize)
                .toList()));
  }

  /** Returns the shortener of file names in reports. */
  final PathShortener places() {
    return new PathShortener(top == null ? Path.of("") : top.toPath());
  }
}
