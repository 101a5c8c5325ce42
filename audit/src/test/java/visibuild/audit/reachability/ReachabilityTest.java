package visibuild.audit.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.Reachability;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/**
 * Compares the analysis of generated programs with what they do when they run: each write is
 * recorded by the access that implements the clients' calls.
 */
@Tag("slow")
class ReachabilityTest {
  @TempDir Path folder;

  @Test
  void twentyGeneratedPrograms_noLiveWriteIsCalledDead() throws Exception {
    compareWithExecution(0, 20);
  }

  @Test
  @Tag("slow")
  void threeHundredGeneratedPrograms_noLiveWriteIsCalledDead() throws Exception {
    compareWithExecution(1000, 300);
  }

  private void compareWithExecution(int from, int count) throws Exception {
    List<GeneratedProgram> programs = new ArrayList<>();
    Map<String, String> sources = new LinkedHashMap<>(GeneratedRuntime.SOURCES);
    for (int seed = from; seed < from + count; seed++) {
      GeneratedProgram program = new GeneratedProgram(seed);
      programs.add(program);
      sources.putAll(program.sources());
    }
    Path all = CompiledSources.compile(sources, folder);
    int dead = 0;
    int named = 0;
    for (GeneratedProgram program : programs) {
      Path place = programFolder(all, program);
      Set<String> executed = execute(place, program);
      Reachability reachability = analyse(place, program.descriptors());
      for (Descriptor descriptor : program.descriptors()) {
        for (MethodDescriptor method : descriptor.methods()) {
          String key = Reachability.key(descriptor, method);
          boolean reached = reachability.paths().containsKey(key);
          if (executed.contains(key)) {
            assertThat(reached).as("%s of %s was executed", key, program.folder()).isTrue();
          } else {
            assertThat(program.seededDead()).contains(key);
            dead++;
            named += reached ? 0 : 1;
          }
        }
      }
      assertThat(reachability.gaps()).isEmpty();
    }
    assertThat(dead).isGreaterThan(count);
    assertThat(named)
        .as("%d of %d dead writes are named", named, dead)
        .isGreaterThanOrEqualTo((dead * 95 + 99) / 100);
  }

  private Path programFolder(Path all, GeneratedProgram program) throws IOException {
    Path place = Files.createDirectories(folder.resolve("programs").resolve(program.folder()));
    for (String part : List.of(program.folder(), "fw", "visibuild")) {
      try (Stream<Path> files = Files.walk(all.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = place.resolve(all.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    for (Map.Entry<String, String> resource : program.resources().entrySet()) {
      Path file = place.resolve(resource.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource.getValue());
    }
    return place;
  }

  private static Set<String> execute(Path place, GeneratedProgram program) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {place.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> main = loader.loadClass(program.folder() + ".Main");
      main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      Set<?> record = (Set<?>) loader.loadClass("visibuild.Server").getField("RECORD").get(null);
      Set<String> executed = new HashSet<>();
      record.forEach(each -> executed.add(each.toString()));
      return executed;
    }
  }

  static Reachability analyse(Path place, List<Descriptor> descriptors) throws IOException {
    ProgramClasses classes = new ProgramClasses();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = place.relativize(file).toString().replace('\\', '/');
        String top = name.substring(0, Math.max(0, name.indexOf('/')));
        String origin = (GeneratedRuntime.FOLDERS.contains(top) ? top : "program") + ".jar";
        classes.add(name, origin, Files.readAllBytes(file));
      }
    }
    return ReachabilityAnalysis.of(classes, descriptors);
  }
}
