package visibuild.processor.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.testing.ClassFolder;

/**
 * A program that R8 has shrunk, optimized and obfuscated together with the runtime, by the rules
 * that the processor and the runtime ship and one for its main method.
 */
@Tag("slow")
class ShrunkClientTest {
  /** Shrunk with the program; other libraries come with rules of their own, or need the user's. */
  private static final Pattern SHRUNK =
      Pattern.compile(".*/(runtime/target/classes|visibuild-runtime-[^/]*jar|jspecify-[^/]*jar)");

  private static final String MAIN =
      "-keep class program.Program { public static void main(java.lang.String[]); }";

  @TempDir private Path folder;

  @Test
  void aShrunkProgramDoesWhatItDidBefore() throws Exception {
    Path classes = folder.resolve("classes");
    ReachProgram.compileTo(classes);
    List<Path> program = new ArrayList<>(List.of(classes));
    List<Path> others = new ArrayList<>();
    ReachProgram.libraries()
        .forEach(path -> (SHRUNK.matcher(path.toString()).matches() ? program : others).add(path));

    Path shrunk = shrink(program, others);

    assertThat(ClassFolder.namesIn(shrunk))
        .doesNotContain("program/ModelsApi.class", "visibuild/Visibuild.class");
    others.add(shrunk);
    assertThat(ReachProgram.run(others)).isEqualTo(ReachProgram.OUTPUT);
  }

  private Path shrink(List<Path> program, List<Path> others)
      throws IOException, InterruptedException {
    Path shrunk = folder.resolve("shrunk.jar");
    Path rules = Files.writeString(folder.resolve("main.pro"), MAIN);
    List<String> command = new ArrayList<>(List.of("-cp", r8(), "com.android.tools.r8.R8"));
    command.addAll(List.of("--classfile", "--release", "--output", shrunk.toString()));
    command.addAll(List.of("--lib", System.getProperty("java.home")));
    command.addAll(List.of("--pg-conf", rules.toString()));
    others.forEach(path -> command.addAll(List.of("--classpath", path.toString())));
    for (Path part : program) {
      command.add((Files.isDirectory(part) ? ClassFolder.jar(part, folder) : part).toString());
    }
    ReachProgram.java(command);
    return shrunk;
  }

  private static String r8() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith("r8-"))
        .findFirst()
        .orElseThrow();
  }
}
