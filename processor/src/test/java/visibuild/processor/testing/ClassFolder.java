package visibuild.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Writes the output of a compilation to folders and jars, for use on a class path. */
public final class ClassFolder {
  private ClassFolder() {}

  /** Writes the class output of {@code compilation} to {@code folder}. */
  public static void fill(Path folder, Compilation compilation) throws IOException {
    assertThat(compilation.errors()).isEmpty();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getName().startsWith("/CLASS_OUTPUT/")) {
        Path target = folder.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
        Files.createDirectories(target.getParent());
        try (InputStream content = file.openInputStream()) {
          Files.copy(content, target);
        }
      }
    }
  }

  /** Packs {@code classes} into a jar in {@code folder}, for tools that accept no class folders. */
  public static Path jar(Path classes, Path folder) throws IOException {
    Path jar = Files.createTempFile(folder, "classes", ".jar");
    try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        packed.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
    return jar;
  }

  /** Returns the names of the entries of {@code jar}. */
  public static List<String> namesIn(Path jar) throws IOException {
    try (JarFile packed = new JarFile(jar.toFile())) {
      return packed.stream().map(JarEntry::getName).toList();
    }
  }
}
