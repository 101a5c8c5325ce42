package visibuild.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.OpenTicket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A jar in the layout of Spring Boot: {@link OpenTicket} with the client, the runtime and all other
 * jars of the test's class path, and copies of these in renamed packages until the size is reached.
 * Only libraries are copied, so each size has the same calls.
 */
final class LargeProgram {
  /** The project's modules that a program has at run time. */
  private static final Set<String> OWN = Set.of("client", "runtime", "policy");

  private static final Pattern PROGRAM =
      Pattern.compile("com/example/(OpenTicket|TicketsApi).*|META-INF/visibuild/.*");

  private LargeProgram() {}

  /** Writes the jar to {@code jar}; it has at least {@code bytes} bytes. */
  static Path write(Path jar, long bytes) throws IOException {
    Map<String, byte[]> libraries = libraries();
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      // As in a jar of Spring Boot, the libraries are compressed once, within themselves.
      zip.setLevel(Deflater.NO_COMPRESSION);
      add(
          zip,
          "META-INF/MANIFEST.MF",
          """
          Manifest-Version: 1.0
          Main-Class: org.springframework.boot.loader.launch.JarLauncher
          Start-Class: com.example.OpenTicket

          """
              .getBytes(UTF_8));
      Path classes = LargeProgramTest.locationOf(OpenTicket.class);
      for (Path each : filesOf(classes)) {
        String name = nameOf(classes, each);
        if (PROGRAM.matcher(name).matches()) {
          add(zip, "BOOT-INF/classes/" + name, Files.readAllBytes(each));
        }
      }
      for (Map.Entry<String, byte[]> library : libraries.entrySet()) {
        add(zip, "BOOT-INF/lib/" + library.getKey(), library.getValue());
      }
      zip.flush();
      for (int copy = 1; Files.size(jar) < bytes; copy++) {
        for (Map.Entry<String, byte[]> library : libraries.entrySet()) {
          if (Files.size(jar) < bytes && !library.getKey().startsWith("visibuild-")) {
            String name = "BOOT-INF/lib/copy" + copy + "-" + library.getKey();
            add(zip, name, renamed(library.getValue(), copy));
            zip.flush();
          }
        }
      }
    }
    return jar;
  }

  /** The libraries by file name. A module of this project can be a folder of classes. */
  private static Map<String, byte[]> libraries() throws IOException {
    Map<String, byte[]> libraries = new LinkedHashMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path place = Path.of(entry);
      if (Files.isRegularFile(place)) {
        String name = String.valueOf(place.getFileName());
        if (!name.startsWith("visibuild-") || OWN.stream().anyMatch(name::contains)) {
          libraries.put(name, Files.readAllBytes(place));
        }
      } else if (Files.isDirectory(place)) {
        String module =
            place.toString().replaceAll(".*[/\\\\](\\w+)[/\\\\]target[/\\\\]classes", "$1");
        if (OWN.contains(module)) {
          libraries.put("visibuild-" + module + ".jar", zip(place));
        }
      }
    }
    return libraries;
  }

  private static byte[] zip(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : filesOf(folder)) {
        add(zip, nameOf(folder, file), Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  /** The jar with the packages of {@code com} and {@code org} under other names. */
  private static byte[] renamed(byte[] jar, int copy) throws IOException {
    UnaryOperator<String> rename =
        text ->
            text.replaceAll("(?<![a-z])com([./])", "c" + letters(copy) + "$1")
                .replaceAll("(?<![a-z])org([./])", "o" + letters(copy) + "$1");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
          byte[] content = from.readAllBytes();
          boolean isClass = entry.getName().endsWith(".class");
          add(to, rename.apply(entry.getName()), isClass ? renamedClass(content, rename) : content);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String letters(int copy) {
    return "" + (char) ('a' + copy / 26) + (char) ('a' + copy % 26);
  }

  /** Renames in the texts of the constant pool, which keep their length (JVMS 4.4.7). */
  private static byte[] renamedClass(byte[] file, UnaryOperator<String> rename) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(in.readNBytes(8));
      int count = in.readUnsignedShort();
      out.writeShort(count);
      for (int index = 1; index < count; index++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == 1) {
          int length = in.readUnsignedShort();
          out.writeShort(length);
          String text = new String(in.readNBytes(length), ISO_8859_1);
          out.write(rename.apply(text).getBytes(ISO_8859_1));
        } else {
          out.write(in.readNBytes(lengthOf(tag)));
          index += tag == 5 || tag == 6 ? 1 : 0;
        }
      }
      out.write(in.readAllBytes());
    }
    return bytes.toByteArray();
  }

  private static int lengthOf(int tag) {
    return switch (tag) {
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> 4;
    };
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String nameOf(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
