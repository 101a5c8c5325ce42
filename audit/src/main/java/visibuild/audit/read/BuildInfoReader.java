package visibuild.audit.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import visibuild.audit.BuildInfo;

/**
 * Reads the version and the commit that build tools record in an archive or a class folder: the
 * manifest, {@code git.properties} of the git-commit-id plugins, and {@code build-info.properties}
 * of Spring Boot. A file that is missing or damaged records nothing.
 */
final class BuildInfoReader {
  private static final int LONGEST_FILE = 64 * 1024;
  private static final int LONGEST_VALUE = 100;
  private static final List<String> FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/", "");
  private static final String HASH = "[0-9a-fA-F]{7,64}(-dirty)?";
  private static final List<String> MANIFEST_VERSIONS =
      List.of("implementation-version", "bundle-version");
  private static final List<String> MANIFEST_COMMITS =
      List.of(
          "git-commit",
          "git-commit-id",
          "git-sha",
          "git-revision",
          "scm-revision",
          "vcs-revision",
          "build-revision",
          "implementation-build",
          "implementation-scm-revision",
          "change");
  private static final List<String> MANIFEST_TIMES =
      List.of("build-time", "build-timestamp", "build-date", "built-on");

  /** The content of a file by its name; empty if there is no such file. */
  private interface Source {
    byte[] read(String name) throws IOException;
  }

  private BuildInfoReader() {}

  /** Returns the version and the commit in the archive or folder {@code entry} of a class path. */
  static BuildInfo of(String entry) {
    try {
      Path place = Path.of(entry);
      if (Files.isDirectory(place)) {
        return of(name -> content(place.resolve(name)));
      }
      if (Files.isRegularFile(place)) {
        try (ZipFile archive = new ZipFile(place.toFile())) {
          return of(name -> content(archive, name));
        }
      }
    } catch (IOException | InvalidPathException unreadable) {
      // The program's own reader reports what cannot be read.
      return BuildInfo.NONE;
    }
    return BuildInfo.NONE;
  }

  private static BuildInfo of(Source source) throws IOException {
    BuildInfo found = manifest(source.read("META-INF/MANIFEST.MF"));
    for (String folder : FOLDERS) {
      found = found.or(git(properties(source.read(folder + "git.properties"))));
      found = found.or(spring(properties(source.read(folder + "META-INF/build-info.properties"))));
    }
    return found;
  }

  private static BuildInfo manifest(byte[] content) {
    Map<String, String> attributes = new HashMap<>();
    try {
      new Manifest(new ByteArrayInputStream(content))
          .getMainAttributes()
          .forEach(
              (name, value) ->
                  attributes.put(name.toString().toLowerCase(Locale.ROOT), String.valueOf(value)));
    } catch (IOException damaged) {
      return BuildInfo.NONE;
    }
    Optional<String> commit =
        first(attributes, MANIFEST_COMMITS).filter(value -> value.matches(HASH));
    return new BuildInfo(
        first(attributes, MANIFEST_VERSIONS),
        commit.map(value -> value.replace("-dirty", "")),
        commit.filter(value -> value.endsWith("-dirty")).isPresent(),
        first(attributes, MANIFEST_TIMES));
  }

  private static BuildInfo git(Map<String, String> properties) {
    return new BuildInfo(
        first(properties, List.of("git.build.version")),
        first(properties, List.of("git.commit.id.full", "git.commit.id", "git.commit.id.abbrev")),
        "true".equals(properties.get("git.dirty")),
        first(properties, List.of("git.build.time")));
  }

  private static BuildInfo spring(Map<String, String> properties) {
    return new BuildInfo(
        first(properties, List.of("build.version")),
        Optional.empty(),
        false,
        first(properties, List.of("build.time")));
  }

  /** The first value that is set; a placeholder that no build tool replaced is none. */
  private static Optional<String> first(Map<String, String> values, List<String> names) {
    return names.stream()
        .map(name -> values.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty() && !value.contains("${") && !value.equals("unknown"))
        .filter(value -> value.length() <= LONGEST_VALUE)
        .findFirst();
  }

  private static Map<String, String> properties(byte[] content) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(content));
    } catch (IllegalArgumentException damaged) {
      return Map.of();
    }
    Map<String, String> values = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  private static byte[] content(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(LONGEST_FILE);
    }
  }

  private static byte[] content(ZipFile archive, String name) throws IOException {
    ZipEntry entry = archive.getEntry(name);
    if (entry == null) {
      return new byte[0];
    }
    try (InputStream content = archive.getInputStream(entry)) {
      return content.readNBytes(LONGEST_FILE);
    }
  }
}
