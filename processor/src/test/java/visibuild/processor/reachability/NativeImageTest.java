package visibuild.processor.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;

/**
 * The metadata for GraalVM's native-image, against all that a run of the program looks at by
 * reflection.
 */
@Tag("slow")
class NativeImageTest {
  /** For each way to look at a class, the flag that a native image needs for it. */
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("getDeclaredFields", "allDeclaredFields"),
          Map.entry("getDeclaredField", "allDeclaredFields"),
          Map.entry("getRecordComponents", "allDeclaredFields"),
          Map.entry("getDeclaredMethods", "allDeclaredMethods"),
          Map.entry("getDeclaredMethod", "allDeclaredMethods"),
          Map.entry("getMethods", "allDeclaredMethods"),
          Map.entry("getMethod", "allDeclaredMethods"),
          Map.entry("getDeclaredConstructors", "allDeclaredConstructors"),
          Map.entry("getDeclaredConstructor", "allDeclaredConstructors"));

  /** Asked for their annotations and names, which the recorder does not see. */
  private static final Set<String> NOT_SEEN =
      Set.of("program.package-info", "program.Models", "program.other.Outer");

  /**
   * Reflection of libraries on classes outside of the program, by pattern, with the reason to allow
   * it.
   */
  private static final Map<String, String> UNNEEDED =
      Map.of(
          "(forName|getMethod) java.lang.reflect.RecordComponent com.fasterxml.jackson..*",
          "names that are constants, which native-image follows by itself",
          "getMethod java.lang.Class com.fasterxml.jackson..*",
          "names that are constants, too",
          "(getField okhttp3.OkHttp|getMethod retrofit2.Invocation) visibuild.internal.http..*",
          "a class and a name that are constants",
          "\\S+ com.fasterxml.jackson.databind.ext.Java7SupportImpl com.fasterxml.jackson..*",
          "Jackson's own, and Jackson does without",
          "forName kotlin.reflect.jvm.internal.ReflectionFactoryImpl kotlin..*",
          "not there in the program either, and Kotlin does without",
          "getMethod com.fasterxml.jackson.databind.(Des|S)erializationFeature .*",
          "the constants of an enum, which an image has without reflection",
          "newArray com.fasterxml.jackson..* com.fasterxml.jackson..*",
          "arrays that Jackson's code makes without reflection as well");

  @TempDir private static Path folder;
  private static Map<String, Set<String>> metadata = Map.of();
  private static List<String> accesses = List.of();

  @BeforeAll
  static void runTheProgram() throws Exception {
    Path classes = folder.resolve("classes");
    ReachProgram.compileTo(classes);
    List<Path> classpath = new ArrayList<>(List.of(classes));
    classpath.addAll(ReachProgram.libraries());
    classpath.add(compileTheRecorder());
    classpath.add(entryOf("byte-buddy-1"));
    Path file = folder.resolve("accesses.txt");

    String output =
        ReachProgram.run(
            classpath,
            "-javaagent:" + entryOf("byte-buddy-agent-"),
            "recorder.ReflectionRecorder",
            file.toString());

    // Before the program begins, newer JDKs remark on what the recorder's library does.
    assertThat(output).endsWith(ReachProgram.OUTPUT);
    metadata = metadataIn(classes);
    accesses = accessesIn(file);
  }

  @Test
  void allThatIsLookedAtIsInTheMetadata() {
    assertThat(missing(metadata)).isEmpty();
  }

  @Test
  void whatElseLibrariesLookAtNeedsNoMetadataOfOurs() {
    assertThat(accesses.stream().filter(access -> !ownsOrKnows(access)))
        .allMatch(access -> UNNEEDED.keySet().stream().anyMatch(access::matches));
    assertThat(UNNEEDED.keySet())
        .allMatch(kind -> accesses.stream().anyMatch(access -> access.matches(kind)));
  }

  @Test
  void eachEntryIsNeeded() {
    Set<String> unneeded = new TreeSet<>(metadata.keySet());
    unneeded.removeIf(entry -> !missing(without(entry)).isEmpty());

    assertThat(unneeded).containsExactlyInAnyOrderElementsOf(NOT_SEEN);
  }

  /**
   * The accesses to what is of the program, or in its metadata, that {@code entries} do not let a
   * native image make.
   */
  private static List<String> missing(Map<String, Set<String>> entries) {
    return accesses.stream()
        .filter(NativeImageTest::ownsOrKnows)
        .filter(
            access -> {
              String method = access.split(" ", -1)[0];
              String type = typeIn(access);
              return switch (method) {
                case "forName" -> !entries.containsKey(type);
                case "newArray" -> !entries.containsKey(type + "[]");
                case "newProxy" -> !entries.containsKey("proxy of " + type);
                default -> !entries.getOrDefault(type, Set.of()).contains(FLAGS.get(method));
              };
            })
        .toList();
  }

  private static boolean ownsOrKnows(String access) {
    return typeIn(access).startsWith("program.") || metadata.containsKey(typeIn(access));
  }

  private static String typeIn(String access) {
    return access.split(" ", -1)[1];
  }

  private static Map<String, Set<String>> without(String entry) {
    Map<String, Set<String>> rest = new TreeMap<>(metadata);
    rest.remove(entry);
    return rest;
  }

  /**
   * All but what the platform looks at in itself, which an image has, as it has arrays of texts;
   * and but for what the JVM's launcher and proxies do, and for annotations, which an image makes
   * by itself.
   */
  private static List<String> accessesIn(Path file) throws IOException {
    List<String> found =
        Files.readAllLines(file).stream()
            .filter(
                access ->
                    typeIn(access).startsWith("program.")
                        || !access.matches(".* (java|javax|jdk|sun)\\.\\S+"))
            .filter(access -> !access.startsWith("newArray java.lang.String "))
            .filter(access -> !access.contains(".$Proxy"))
            .filter(access -> !typeIn(access).matches("program.Program|recorder\\..*"))
            .filter(access -> !access.startsWith("newProxy program.Models$Cents "))
            .toList();
    assertThat(found).hasSizeGreaterThan(50);
    return found;
  }

  /** The names in the metadata, each with its flags. */
  private static Map<String, Set<String>> metadataIn(Path classes) throws IOException {
    Path file =
        classes.resolve(
            "META-INF/native-image/io.github.visibuild-java/program.ModelsApiClient/reachability-metadata.json");
    Map<String, Set<String>> entries = new TreeMap<>();
    for (JsonNode entry : new ObjectMapper().readTree(file.toFile()).get("reflection")) {
      assertThat(entry.at("/condition/typeReached").asText()).isEqualTo("program.ModelsApiClient");
      Set<String> flags = new HashSet<>();
      for (Map.Entry<String, JsonNode> field : entry.properties()) {
        if (field.getValue().isBoolean()) {
          flags.add(field.getKey());
        }
      }
      JsonNode type = entry.get("type");
      entries.put(
          type.isTextual() ? type.asText() : "proxy of " + type.get("proxy").get(0).asText(),
          flags);
    }
    return entries;
  }

  private static Path compileTheRecorder() throws IOException {
    Path recorder = folder.resolve("recorder");
    ClassFolder.fill(
        recorder,
        Compiling.compiler()
            .withOptions("-proc:none", "-nowarn")
            .compile(JavaFileObjects.forResource("recorder/ReflectionRecorder.java")));
    return recorder;
  }

  private static Path entryOf(String name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
