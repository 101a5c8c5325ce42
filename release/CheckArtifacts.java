import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Checks a folder of release artifacts against the requirements of Maven Central and this project, and compares it with
 * a second build of the same sources.
 *
 * <p>Usage: {@code java CheckArtifacts.java VERSION FIRST SECOND}. Exit code 1 if a requirement
 * is not met; each problem is one line.
 *
 * @see <a href="https://central.sonatype.org/publish/requirements/">Maven Central: requirements</a>
 */
final class CheckArtifacts {
  private static final String GROUP = "io/github/visibuild-java/";
  private static final Set<String> EXPECTED =
      Set.of(
          "visibuild-parent",
          "visibuild-bom",
          "visibuild-runtime",
          "visibuild-policy",
          "visibuild-processor",
          "visibuild-client",
          "visibuild-testing",
          "visibuild-spring-boot-starter",
          "visibuild-audit",
          "visibuild-cli");
  private static final List<String> POM_ELEMENTS =
      List.of("<name>", "<description>");
  private static final List<String> ROOT_POM_ELEMENTS =
      List.of("<url>", "<licenses>", "<developers>", "<scm");

  private final String version;
  private final Map<String, byte[]> files;
  private final List<String> problems = new ArrayList<>();

  private CheckArtifacts(String version, Map<String, byte[]> files) {
    this.version = version;
    this.files = files;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: java CheckArtifacts.java VERSION FIRST SECOND");
      System.exit(2);
    }
    Map<String, byte[]> first = read(Path.of(arguments[1]));
    CheckArtifacts check = new CheckArtifacts(arguments[0], first);
    check.checkArtifacts();
    check.checkChecksums();
    check.compareWith(read(Path.of(arguments[2])));
    check.problems.forEach(System.out::println);
    System.out.printf("%d files, %d problems%n", first.size(), check.problems.size());
    System.exit(check.problems.isEmpty() ? 0 : 1);
  }

  private static Map<String, byte[]> read(Path repository) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(repository)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        // Local bookkeeping with the time of the build, which is not uploaded.
        if (!file.getFileName().toString().startsWith("maven-metadata")) {
          String name = repository.relativize(file).toString().replace(File.separatorChar, '/');
          content.put(name, Files.readAllBytes(file));
        }
      }
    }
    return content;
  }

  private void checkArtifacts() throws IOException {
    Set<String> artifacts = new TreeSet<>();
    for (String file : files.keySet()) {
      if (file.startsWith(GROUP) && file.endsWith(".pom")) {
        artifacts.add(file.substring(GROUP.length(), file.indexOf('/', GROUP.length())));
      }
    }
    for (String missing : new TreeSet<>(EXPECTED)) {
      if (!artifacts.contains(missing)) {
        problems.add(missing + ": not deployed");
      }
    }
    for (String artifact : artifacts) {
      if (!EXPECTED.contains(artifact)) {
        problems.add(artifact + ": must not be released");
      }
      checkArtifact(artifact);
    }
  }

  private void checkArtifact(String artifact) throws IOException {
    String base = GROUP + artifact + "/" + version + "/" + artifact + "-" + version;
    byte[] pom = files.get(base + ".pom");
    if (pom == null) {
      problems.add(artifact + ": no POM of version " + version);
      return;
    }
    String text = new String(pom, StandardCharsets.UTF_8);
    for (String element : POM_ELEMENTS) {
      require(text.contains(element), artifact + ": POM has no " + element);
    }
    if (!text.contains("<parent>")) {
      for (String element : ROOT_POM_ELEMENTS) {
        require(text.contains(element), artifact + ": POM has no " + element);
      }
    }
    require(!text.contains("-SNAPSHOT"), artifact + ": POM names a snapshot");
    if (text.contains("<packaging>pom</packaging>")) {
      return;
    }
    for (String kind : List.of("", "-sources", "-javadoc")) {
      byte[] jar = files.get(base + kind + ".jar");
      if (jar == null) {
        problems.add(artifact + ": no " + (kind.isEmpty() ? "" : kind.substring(1) + " ") + "jar");
      } else {
        checkJar(artifact + kind + ".jar", jar);
      }
    }
    require(
        files.containsKey(base + "-cyclonedx.json"),
        artifact + ": no software bill of materials (cyclonedx.json)");
  }

  private void checkJar(String name, byte[] jar) throws IOException {
    Set<String> entries = new TreeSet<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(entry.getName());
      }
    }
    for (String legal : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
      require(entries.contains(legal), name + ": no " + legal);
    }
  }

  private void checkChecksums() throws NoSuchAlgorithmException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      if (!name.matches(".*\\.(pom|jar|json|xml)")) {
        continue;
      }
      for (String algorithm : List.of("MD5", "SHA-1")) {
        byte[] stated = files.get(name + "." + algorithm.replace("-", "").toLowerCase());
        String actual =
            HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(file.getValue()));
        require(
            stated != null
                && new String(stated, StandardCharsets.US_ASCII).strip().startsWith(actual),
            name + ": " + algorithm + " is missing or wrong");
      }
    }
  }

  private void compareWith(Map<String, byte[]> second) {
    Set<String> names = new TreeSet<>(files.keySet());
    names.addAll(second.keySet());
    for (String name : names) {
      require(
          Arrays.equals(files.get(name), second.get(name)),
          name + ": differs between two builds of the same sources");
    }
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      problems.add(problem);
    }
  }
}
