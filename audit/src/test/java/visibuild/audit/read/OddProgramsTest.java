package visibuild.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.classImplementing;
import static visibuild.audit.Samples.entries;
import static visibuild.audit.Samples.jar;
import static visibuild.audit.Samples.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import visibuild.audit.Call;
import visibuild.audit.Program;
import visibuild.policy.Descriptor;

/** Layouts and damages of programs, of which nothing may be missed or called whole. */
class OddProgramsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOT-INF/lib/desk.jar",
        "WEB-INF/lib/desk.jar",
        "web.war!/WEB-INF/lib/desk.jar",
        "lib/DESK.JAR",
        "META-INF/versions/17/META-INF/visibuild/",
        "WEB-INF/classes/META-INF/visibuild/"
      })
  void clientWithoutDescriptorInANestedPlace_isAGap(String place) throws Exception {
    Map<String, byte[]> hidden =
        Map.of(
            "com/acme/OldApiClient.class",
            classImplementing("com/acme/OldApiClient", "visibuild/WriteAccess"));
    Map<String, byte[]> all = new LinkedHashMap<>(entries(VISIS));
    if (place.endsWith("/")) {
      String parent = place.replace("META-INF/visibuild/", "");
      hidden.forEach((name, content) -> all.put(parent + name, content));
    } else {
      byte[] content = zip(hidden);
      String[] steps = place.split("!/", -1);
      for (int step = steps.length - 1; step > 0; step--) {
        content = zip(Map.of(steps[step], content));
      }
      all.put(steps[0], content);
    }
    Path packed = Files.write(folder.resolve("app.jar"), zip(all));
    Path exploded = folder.resolve("exploded");
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      Files.createDirectories(exploded.resolve(file.getKey()).getParent());
      Files.write(exploded.resolve(file.getKey()), file.getValue());
    }

    for (Path program : List.of(packed, exploded)) {
      assertThat(read(program).reachability().gaps())
          .containsExactly("com.acme.OldApiClient makes calls to Visibuild and has no descriptor");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'GET', 'api/core/v1/tickets/{id}', ''",
    "'POST', 'api/core/v1/tickets', ''",
    "'DELETE', 'api/core/v1/tickets', 'DELETE api/core/v1/tickets'",
    "'POST', 'api/core/v1/webhooks', 'POST api/core/v1/webhooks'"
  })
  void clientThatMakesACallBeyondItsDescriptor_isAGap(String verb, String path, String missing)
      throws Exception {
    Map<String, byte[]> all = new LinkedHashMap<>(entries(TICKETS));
    String client = TICKETS.client().replace('.', '/');
    all.put(client + ".class", classImplementing(client, "visibuild/WriteAccess"));
    all.put(client + "$Calls.class", httpSide(client + "$Calls", verb, path));

    List<String> gaps =
        read(Files.write(folder.resolve("app.jar"), zip(all))).reachability().gaps();

    assertThat(gaps)
        .isEqualTo(
            missing.isEmpty()
                ? List.of()
                : List.of(
                    "com.acme.TicketsApiClient makes the call %s, which its descriptor does not list"
                        .formatted(missing)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"version\": 2, \"interface\": \"com.acme.VisisApi\"}", "\u0000"})
  void damagedOrNewerDescriptor_isRefusedWithItsPlace(String content) throws IOException {
    Path jar =
        Files.write(
            folder.resolve("app.jar"),
            zip(
                Map.of(
                    "META-INF/visibuild/com.acme.VisisApi.json",
                    content.getBytes(StandardCharsets.UTF_8))));

    assertThatThrownBy(() -> read(jar))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("app.jar!/META-INF/visibuild/com.acme.VisisApi.json")
        .hasMessageContaining("Build the jar that it came from again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7f454c4602010100", "cffaedfe07000001", "4d5a900003000000"})
  void nativeExecutable_isRefusedWithTheRemedy(String start) throws IOException {
    Path image =
        Files.write(folder.resolve("desk"), HexFormat.of().parseHex(start + "00".repeat(200)));

    assertThatThrownBy(() -> read(image))
        .hasMessage(
            image
                + ": this is a native executable, which holds no class files. Name the jar or the"
                + " class folder that it was built from.");
  }

  @Test
  void folderInAManifest_addsItsClassesAndNotTheProgramsBesideIt() throws Exception {
    Path conf = Files.createDirectory(folder.resolve("conf"));
    for (Map.Entry<String, byte[]> file : entries(VISIS).entrySet()) {
      Files.createDirectories(conf.resolve(file.getKey()).getParent());
      Files.write(conf.resolve(file.getKey()), file.getValue());
    }
    jar(folder.resolve("other-program.jar"), TICKETS);
    Path app = naming("conf/ ./", "app.jar");

    List<Descriptor> descriptors = read(app).descriptors();

    assertThat(descriptors).containsExactly(VISIS);
    assertThat(
            new ProgramReader(ResourceLimits.USUAL)
                .read(new ProgramInput("all", List.of(app.toString(), folder.toString())))
                .descriptors())
        .containsExactlyInAnyOrder(TICKETS, VISIS);
  }

  @Test
  void wholeDiskInAManifest_isRefused() throws IOException {
    Path app = naming("file:/ ", "app.jar");

    assertThatThrownBy(() -> read(app)).hasMessageContaining("names a whole disk (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe.jar",
        "../FOLDER/pipe.jar",
        "file:///dev/zero",
        "device",
        "http://127.0.0.1:1/x.jar",
        "a%00b.jar",
        ":::",
        "loop.jar"
      })
  void whatJavaCannotLoadInAManifest_isPassedOver(String entry) throws Exception {
    assertThat(
            new ProcessBuilder("mkfifo", folder.resolve("pipe.jar").toString()).start().waitFor())
        .isZero();
    Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("loop.jar"), folder.resolve("loop.jar"));
    jar(folder.resolve("desk.jar"), TICKETS);
    Path app =
        naming(entry.replace("FOLDER", folder.getFileName().toString()) + " desk.jar", "app.jar");

    assertThat(read(app).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void pipesAndDevicesInAFolder_arePassedOver() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    for (String name : List.of("pipe.jar", "pipe.class", "pipe.json")) {
      assertThat(new ProcessBuilder("mkfifo", classes.resolve(name).toString()).start().waitFor())
          .isZero();
    }
    Files.createSymbolicLink(classes.resolve("zero.properties"), Path.of("/dev/zero"));
    jar(classes.resolve("desk.jar"), TICKETS);

    assertThat(read(classes).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void classOfANewerJava_isFollowedLikeAnyOther() throws Exception {
    byte[] newer = upload();
    newer[6] = 0;
    newer[7] = 99;

    Program program = read(program("com/acme/Main.class", newer));

    assertThat(program.reachability().gaps()).isEmpty();
    assertThat(program.writes()).extracting(Call::label).containsExactly("Attachments.upload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"constant", "end", "code"})
  void classThatCannotBeRead_isAGap(String damage) throws Exception {
    byte[] damaged = damaged(damage);

    Path jar = program("com/acme/Main.class", damaged);

    assertThat(read(jar).reachability().gaps())
        .containsExactly("app.jar!/com/acme/Main.class cannot be read, so its calls are not known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"constant", "code"})
  void classOfAnotherLayoutThatCannotBeRead_isNamedWithItsPlace(String damage) throws Exception {
    byte[] damaged = damaged(damage);
    Path boot = program("BOOT-INF/classes/com/acme/Main.class", damaged);
    Path nested =
        Files.write(
            folder.resolve("boot.jar"),
            zip(Map.of("BOOT-INF/lib/a.jar", Files.readAllBytes(boot))));
    Path classes = Files.createDirectories(folder.resolve("build/classes/com/acme"));
    Files.write(classes.resolve("Main.class"), damaged);
    Path web = Files.createDirectories(folder.resolve("web/WEB-INF/classes/com/acme"));
    Files.write(web.resolve("Main.class"), damaged);

    for (Map.Entry<String, String> place :
        Map.of(
                boot.toString(),
                "app.jar!/BOOT-INF/classes/com/acme/Main.class",
                nested.toString(),
                "boot.jar!/BOOT-INF/lib/a.jar!/BOOT-INF/classes/com/acme/Main.class",
                folder.resolve("build/classes") + "/",
                "classes!/com/acme/Main.class",
                folder.resolve("web") + "/",
                "web!/WEB-INF/classes/com/acme/Main.class")
            .entrySet()) {
      assertThat(read(place.getKey()).reachability().gaps())
          .containsExactly(place.getValue() + " cannot be read, so its calls are not known");
    }
  }

  @ParameterizedTest
  @CsvSource({"8, encrypted entry", "10, bad compression method"})
  void entryThatJavaCannotUnpack_isRefused(int offset, String reason) throws Exception {
    byte[] zip = zip(entries(TICKETS));
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    byte[] odd = changed(zip, directory + offset, offset == 8 ? 9 : 14);
    Path jar = Files.write(folder.resolve("odd.jar"), odd);

    assertThatThrownBy(() -> read(jar))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("this is no zip archive that can be read")
        .hasMessageContaining(reason);
  }

  @Test
  void emptyFile_isRefused() throws Exception {
    Path jar = Files.write(folder.resolve("zero.jar"), new byte[0]);

    assertThatThrownBy(() -> read(jar)).hasMessageContaining("zip file is empty");
  }

  @Test
  void entryThatLeadsOutOfTheArchive_isReadAndWrittenNowhere() throws Exception {
    byte[] inner = zip(entries(TICKETS));
    Path jar = Files.write(folder.resolve("app.jar"), zip(Map.of("../../outside/desk.jar", inner)));

    assertThat(read(jar).descriptors()).containsExactly(TICKETS);
    assertThat(folder.resolve("../../outside")).doesNotExist();
  }

  @Test
  void moduleFileOfTheJdk_isRead() throws Exception {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    entries(TICKETS).forEach((name, content) -> classes.put("classes/" + name, content));
    byte[] zip = zip(classes);
    byte[] jmod = new byte[zip.length + 4];
    System.arraycopy(new byte[] {'J', 'M', 1, 0}, 0, jmod, 0, 4);
    System.arraycopy(zip, 0, jmod, 4, zip.length);

    assertThat(read(Files.write(folder.resolve("desk.jmod"), jmod)).descriptors())
        .containsExactly(TICKETS);
  }

  private Path program(String name, byte[] content) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>(entries(VISIS));
    all.put(name, content);
    return Files.write(folder.resolve("app.jar"), zip(all));
  }

  private static byte[] damaged(String damage) {
    byte[] content = upload();
    return switch (damage) {
      case "constant" -> changed(content, 10, 77);
      case "end" -> Arrays.copyOf(content, content.length - 25);
      default -> changed(content, content.length - 12, 186);
    };
  }

  private static byte[] changed(byte[] content, int index, int value) {
    byte[] changed = content.clone();
    changed[index] = (byte) value;
    return changed;
  }

  /** A class whose main method uploads. */
  private static byte[] upload() {
    ClassWriter file = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    file.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Main", null, "java/lang/Object", null);
    MethodVisitor main =
        file.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
    main.visitCode();
    main.visitMethodInsn(Opcodes.INVOKESTATIC, "visibuild/Attachments", "upload", "()V", false);
    main.visitInsn(Opcodes.RETURN);
    main.visitMaxs(0, 0);
    main.visitEnd();
    file.visitEnd();
    return file.toByteArray();
  }

  private Path naming(String classPath, String name) throws IOException {
    String manifest = "Manifest-Version: 1.0\r\nClass-Path: " + classPath + "\r\n\r\n";
    return Files.write(
        folder.resolve(name),
        zip(Map.of("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8))));
  }

  /** An interface of one method with Retrofit's annotation, as in a generated client. */
  private static byte[] httpSide(String name, String verb, String path) {
    ClassWriter file = new ClassWriter(0);
    file.visit(
        Opcodes.V17,
        Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        name,
        null,
        "java/lang/Object",
        null);
    MethodVisitor method =
        file.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "call", "()Lretrofit2/Call;", null, null);
    AnnotationVisitor annotation = method.visitAnnotation("Lretrofit2/http/" + verb + ";", true);
    annotation.visit("value", path);
    annotation.visitEnd();
    method.visitEnd();
    file.visitEnd();
    return file.toByteArray();
  }

  private static Program read(Path place) throws UnreadableException {
    return read(place.toString());
  }

  private static Program read(String place) throws UnreadableException {
    return new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(place));
  }
}
