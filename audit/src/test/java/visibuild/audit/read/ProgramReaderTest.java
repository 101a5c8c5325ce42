package visibuild.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.classImplementing;
import static visibuild.audit.Samples.entries;
import static visibuild.audit.Samples.jar;
import static visibuild.audit.Samples.zip;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import visibuild.audit.Client;
import visibuild.audit.Program;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;

class ProgramReaderTest {
  @TempDir Path folder;

  @Test
  void readsAJar() throws Exception {
    Program program = read(jar(folder.resolve("desk.jar"), TICKETS, VISIS));
    assertThat(program.name()).isEqualTo("desk");
    assertThat(program.descriptors()).containsExactly(TICKETS, VISIS);
    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
  }

  @Test
  void readsAClassFolder() throws Exception {
    write("app/target/classes", entries(VISIS));
    Program program = read(folder.resolve("app/target/classes"));
    assertThat(program.name()).isEqualTo("app");
    assertThat(program.descriptors()).containsExactly(VISIS);
  }

  @Test
  void readsAClassPath() throws Exception {
    Path one = jar(folder.resolve("one.jar"), TICKETS);
    Path two = jar(folder.resolve("two.jar"), VISIS);
    Program program = read("both=" + one + File.pathSeparator + two);
    assertThat(program.name()).isEqualTo("both");
    assertThat(program.descriptors()).containsExactly(TICKETS, VISIS);
  }

  @Test
  void linkToAJarThatIsGoneIsPassedOverInAFolderAndWithAStar() throws Exception {
    jar(folder.resolve("one.jar"), TICKETS);
    Files.createSymbolicLink(folder.resolve("two.jar"), folder.resolve("gone.jar"));
    assertThat(read(folder + File.separator + "*").descriptors()).containsExactly(TICKETS);
    assertThat(read(folder).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void readsAllJarsOfAFolderWithAStar() throws Exception {
    jar(folder.resolve("one.jar"), TICKETS);
    jar(folder.resolve("two.jar"), VISIS);
    assertThat(read(folder + File.separator + "*").descriptors()).containsExactly(TICKETS, VISIS);
  }

  @Test
  void readsTheNestedJarsOfSpringBoot() throws Exception {
    Map<String, byte[]> boot = new LinkedHashMap<>();
    boot.put("BOOT-INF/lib/desk.jar", zip(entries(TICKETS)));
    entries(VISIS).forEach((name, content) -> boot.put("BOOT-INF/classes/" + name, content));
    Program program = read(Files.write(folder.resolve("boot.jar"), zip(boot)));
    assertThat(program.descriptors()).containsExactly(TICKETS, VISIS);
    assertThat(program.clients().get(0).origin()).endsWith("boot.jar!/BOOT-INF/lib/desk.jar");
  }

  @Test
  void readsAJarWithAScriptInFrontOfIt() throws Exception {
    byte[] jar = zip(entries(VISIS));
    byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[script.length + jar.length];
    System.arraycopy(script, 0, both, 0, script.length);
    System.arraycopy(jar, 0, both, script.length, jar.length);
    assertThat(read(Files.write(folder.resolve("run.jar"), both)).descriptors())
        .containsExactly(VISIS);
  }

  @Test
  void readsTheJarsThatAManifestNames() throws Exception {
    jar(Files.createDirectory(folder.resolve("lib")).resolve("desk.jar"), TICKETS);
    Path app = naming("lib/desk.jar app.jar gone.jar", folder.resolve("app.jar"));
    assertThat(read(app).clients())
        .singleElement()
        .extracting(Client::origin)
        .isEqualTo(folder.resolve("lib/desk.jar").toString());
  }

  @Test
  void readsTheJarsThatAManifestInAFolderNames() throws Exception {
    jar(Files.createDirectory(folder.resolve("lib")).resolve("desk.jar"), TICKETS);
    Path apps = Files.createDirectory(folder.resolve("apps"));
    naming("two.jar ../lib/desk.jar", apps.resolve("one.jar"));
    naming("one.jar", apps.resolve("two.jar"));
    assertThat(read(apps).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void programThatUploadsWritesWhereverItDoes() throws Exception {
    Map<String, byte[]> boot = new LinkedHashMap<>(entries(VISIS));
    boot.put(
        "BOOT-INF/lib/acme.jar",
        zip(
            Map.of(
                "com/acme/Photos.class",
                classCalling("com/acme/Photos", "visibuild/Attachments"))));
    Path jar = Files.write(folder.resolve("boot.jar"), zip(boot));
    write(
        "app/target/classes",
        Map.of("com/acme/Photos.class", classCalling("com/acme/Photos", "visibuild/Attachments")));

    for (Path place : List.of(jar, folder.resolve("app/target/classes"))) {
      Program program = read(place);
      assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
      assertThat(program.writes())
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.label()).isEqualTo("Attachments.upload");
                assertThat(call.method().source()).hasToString("Optional[com/acme/Photos.class]");
              });
    }
  }

  @Test
  void programThatDoesNotUploadReadsThoughTheRuntimeCould() throws Exception {
    Map<String, byte[]> content = new LinkedHashMap<>(entries(VISIS));
    content.put(
        "visibuild/Attachments.class",
        classCalling("visibuild/Attachments", "visibuild/Attachments"));
    content.put(
        "com/acme/Name.class",
        classCalling(
            "com/acme/Name",
            "visibuild/AttachmentsApi",
            "com/visibuild/Attachments",
            "com/acme/visibuild/Attachments"));
    content.put("com/acme/Empty.class", new byte[0]);
    assertThat(read(Files.write(folder.resolve("desk.jar"), zip(content))).needs())
        .isEqualTo(Access.READ);
  }

  @Test
  void namedPipeInAClassPath_isPassedOver() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.jar").toString()).start();
    assertThat(made.waitFor()).isZero();
    jar(folder.resolve("desk.jar"), TICKETS);
    Path app = naming("pipe.jar desk.jar", folder.resolve("app.jar"));
    assertThat(read(app).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void namedPipeAsAProgram_isRefused() throws Exception {
    Path pipe = folder.resolve("pipe.jar");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> read(pipe)).hasMessageContaining("neither a file nor a folder");
  }

  @Test
  void generatedClientWithoutDescriptor_isAGap() throws Exception {
    Map<String, byte[]> content = new LinkedHashMap<>(entries(VISIS));
    content.put(
        "com/acme/TicketsApiClient.class",
        classImplementing("com/acme/TicketsApiClient", "visibuild/WriteAccess"));
    content.put(
        "com/acme/OtherApiClient.class",
        classImplementing("com/acme/OtherApiClient", "shaded/visibuild/WriteAccess"));
    Program program = read(Files.write(folder.resolve("desk.jar"), zip(content)));
    assertThat(program.reachability().gaps())
        .containsExactly(
            "com.acme.OtherApiClient uses a relocated runtime (shaded.visibuild.WriteAccess),"
                + " which descriptors do not cover",
            "com.acme.TicketsApiClient makes calls to Visibuild and has no descriptor");
  }

  @Test
  void sameInterfaceTwiceIsOneClient() throws Exception {
    Path one = jar(folder.resolve("one.jar"), TICKETS);
    Path two = jar(folder.resolve("two.jar"), TICKETS);
    assertThat(read(one + File.pathSeparator + two).clients()).hasSize(1);
  }

  @Test
  void twoVersionsOfAnInterfaceAreBothShown() throws Exception {
    Descriptor other =
        new Descriptor(
            TICKETS.api(),
            TICKETS.client(),
            Access.READ,
            TICKETS.path(),
            TICKETS.source(),
            TICKETS.methods().subList(0, 1));
    Path one = jar(folder.resolve("one.jar"), other);
    Path two = jar(folder.resolve("two.jar"), TICKETS);
    Program program = read(one + File.pathSeparator + two);
    assertThat(program.clients()).hasSize(2);
    assertThat(program.needs()).isEqualTo(Access.READ_WRITE);
  }

  @Test
  void linksInALoopAreEnteredOnce() throws Exception {
    write("classes", entries(VISIS));
    Files.createSymbolicLink(folder.resolve("classes/again"), folder.resolve("classes"));
    Files.createSymbolicLink(folder.resolve("classes/up"), folder);
    assertThat(read(folder.resolve("classes")).clients()).hasSize(1);
  }

  @Test
  void linkToAJarIsFollowed() throws Exception {
    jar(folder.resolve("desk.jar"), TICKETS);
    Files.createDirectory(folder.resolve("lib"));
    Files.createSymbolicLink(folder.resolve("lib/current.jar"), folder.resolve("desk.jar"));
    Files.createSymbolicLink(folder.resolve("lib/dangling.jar"), folder.resolve("gone.jar"));
    assertThat(read(folder.resolve("lib")).descriptors()).containsExactly(TICKETS);
  }

  @Test
  void tenThousandDescriptorsAreRead() throws Exception {
    Descriptor[] many = new Descriptor[10_000];
    for (int index = 0; index < many.length; index++) {
      many[index] =
          new Descriptor(
              "com.acme.Api" + index,
              "com.acme.Api%dClient".formatted(index),
              TICKETS.scope(),
              TICKETS.path(),
              TICKETS.source(),
              TICKETS.methods());
    }
    assertThat(read(jar(folder.resolve("many.jar"), many)).clients()).hasSize(10_000);
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> read("gone.jar"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "gone.jar: there is no such file or folder. Check its spelling, or build it first.");
  }

  @Test
  void jarThatIsNoZipIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "not a zip");
    assertThatThrownBy(() -> read(text)).hasMessageStartingWith(text + ": this is no zip archive");
  }

  @Test
  void nestedJarThatIsNoZipIsNamedByItsWholeWay() throws IOException {
    Path outer =
        Files.write(folder.resolve("outer.jar"), zip(Map.of("lib/text.jar", new byte[] {1, 2})));
    assertThatThrownBy(() -> read(outer))
        .hasMessageStartingWith(outer + "!/lib/text.jar: this is no zip archive");
  }

  @Test
  void descriptorUnderAnotherNameIsRefused() throws IOException {
    byte[] content = entries(VISIS).values().iterator().next();
    Path jar =
        Files.write(
            folder.resolve("odd.jar"), zip(Map.of("META-INF/visibuild/com.Other.json", content)));
    assertThatThrownBy(() -> read(jar))
        .hasMessageContaining("the file describes com.acme.VisisApi");
  }

  @Test
  void emptyJarNeedsReadOnly() throws Exception {
    Program program = read(jar(folder.resolve("empty.jar")));
    assertThat(program.clients()).isEmpty();
    assertThat(program.needs()).isEqualTo(Access.READ);
  }

  private void write(String below, Map<String, byte[]> entries) throws IOException {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Path file = folder.resolve(below).resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }

  /** A class whose main method calls {@code upload} of each of {@code owners}. */
  private static byte[] classCalling(String name, String... owners) {
    ClassWriter file = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    file.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor main =
        file.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
    main.visitCode();
    for (String owner : owners) {
      main.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "upload", "()V", false);
    }
    main.visitInsn(Opcodes.RETURN);
    main.visitMaxs(0, 0);
    main.visitEnd();
    file.visitEnd();
    return file.toByteArray();
  }

  /** A jar with nothing but a manifest that names others. */
  private static Path naming(String classPath, Path jar) throws IOException {
    String manifest = "Manifest-Version: 1.0\r\nClass-Path: " + classPath + "\r\n\r\n";
    return Files.write(
        jar, zip(Map.of("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8))));
  }

  private static Program read(Path place) throws UnreadableException {
    return read(place.toString());
  }

  private static Program read(String input) throws UnreadableException {
    return new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(input));
  }
}
