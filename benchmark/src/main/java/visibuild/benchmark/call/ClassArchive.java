package visibuild.benchmark.call;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of a program, loaded and linked ahead: an archive of class data sharing (JDK 13, JEP
 * 350), or from JDK 25 on an ahead-of-time cache (JEP 514).
 */
record ClassArchive(Path file) {
  private static final int FIRST_WITH_CACHE = 25;

  private static boolean hasCache() {
    return Runtime.version().feature() >= FIRST_WITH_CACHE;
  }

  /** Returns the name of the technique. */
  static String name() {
    return hasCache() ? "an AOT cache" : "AppCDS";
  }

  /** Returns the options of the run that writes the archive at its end. */
  List<String> recordOptions() {
    return List.of(hasCache() ? "-XX:AOTCacheOutput=" + file : "-XX:ArchiveClassesAtExit=" + file);
  }

  /** Returns the options of a run that uses the archive. */
  List<String> options() {
    return hasCache()
        ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on")
        : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:on");
  }

  /** Returns {@code classPath} with a jar in place of each folder; an archive takes no folder. */
  static String jars(String classPath, Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      entries.add(
          Files.isDirectory(path)
              ? jar(path, folder.resolve(entries.size() + ".jar")).toString()
              : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
