package visibuild.audit.read;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The other jars that a jar's manifest puts on its class path, as {@code java -jar} reads them. */
final class ManifestClassPath {
  private ManifestClassPath() {}

  /** Those that are there; Java passes over the others too. */
  static List<Path> of(Path jar) throws IOException {
    List<Path> others = new ArrayList<>();
    try (JarFile archive = new JarFile(jar.toFile(), false)) {
      Manifest manifest = archive.getManifest();
      String value =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (value != null) {
        for (String entry : value.strip().split(" +", -1)) {
          addIfThere(jar, entry, others);
        }
      }
    }
    return others;
  }

  /** A named pipe would block the reader for ever, and Java cannot load classes from one. */
  private static boolean isReadable(Path file) {
    return Files.isRegularFile(file) || Files.isDirectory(file);
  }

  private static void addIfThere(Path jar, String entry, List<Path> others) {
    try {
      Path from = jar.toAbsolutePath();
      URI target = from.toUri().resolve(new URI(entry));
      if ("file".equals(target.getScheme()) && isReadable(Path.of(target))) {
        others.add(jar.resolveSibling(from.resolveSibling("").relativize(Path.of(target))));
      }
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      // Java ignores an entry that is no URL of a file, so it is no part of the program.
      return;
    }
  }
}
