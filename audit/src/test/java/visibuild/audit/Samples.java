package visibuild.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.Reason;
import visibuild.policy.SourcePosition;

/** Descriptors and jars for tests. */
public final class Samples {
  /** Reads visis. */
  public static final Descriptor VISIS =
      api("com.acme.VisisApi", call("list", "GET", "projects/{projectId}/visis", 12));

  /** Reads and opens tickets. */
  public static final Descriptor TICKETS =
      api(
          "com.acme.TicketsApi",
          call("get", "GET", "tickets/{id}", 14),
          call("open", "POST", "tickets", 17));

  private Samples() {}

  /** The descriptor of {@code name}, which declares what its calls need. */
  public static Descriptor api(String name, MethodDescriptor... methods) {
    String file = name.replace('.', '/') + ".java";
    boolean writes = Arrays.stream(methods).anyMatch(MethodDescriptor::writes);
    return new Descriptor(
        name,
        name + "Client",
        writes ? Access.READ_WRITE : Access.READ,
        "api/core/v1/",
        Optional.of(SourcePosition.at(file, 10)),
        Arrays.stream(methods).map(method -> at(method, file)).toList());
  }

  /** A call without parameters; its file is that of the interface it is given to. */
  public static MethodDescriptor call(String name, String verb, String path, int line) {
    return new MethodDescriptor(
        name,
        List.of(),
        verb,
        "api/core/v1/" + path,
        Access.ofVerb(verb),
        Reason.VERB,
        Optional.of(SourcePosition.at("", line)));
  }

  private static MethodDescriptor at(MethodDescriptor method, String file) {
    return new MethodDescriptor(
        method.name(),
        method.parameters(),
        method.verb(),
        method.path(),
        method.headers(),
        method.scope(),
        method.reason(),
        method.source().map(source -> new SourcePosition(file, source.line())));
  }

  /** The program of {@code descriptors}. */
  public static Program program(String name, Descriptor... descriptors) {
    return new Program(
        name, Arrays.stream(descriptors).map(api -> new Client(api, name + ".jar")).toList());
  }

  /** The entry of a descriptor: its name and content. */
  public static Map<String, byte[]> entries(Descriptor... descriptors) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Descriptor api : descriptors) {
      entries.put(
          DescriptorFile.FOLDER + api.api() + ".json",
          DescriptorFile.write(api).getBytes(StandardCharsets.UTF_8));
    }
    return entries;
  }

  /** A zip archive of {@code entries}. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Writes a jar of {@code descriptors}. */
  public static Path jar(Path file, Descriptor... descriptors) throws IOException {
    return Files.write(file, zip(entries(descriptors)));
  }

  /** A class {@code name} that makes calls by {@code access}, as a generated client does. */
  public static byte[] classImplementing(String name, String access) {
    ClassWriter file = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    file.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor make = file.visitMethod(Opcodes.ACC_STATIC, "make", "()V", null, null);
    make.visitCode();
    make.visitInsn(Opcodes.ACONST_NULL);
    make.visitInsn(Opcodes.ACONST_NULL);
    make.visitInsn(Opcodes.ACONST_NULL);
    String scope = access.replace("WriteAccess", "Scope");
    make.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        access,
        "implement",
        "(Ljava/lang/Class;L" + scope + ";)Ljava/lang/Object;",
        false);
    make.visitInsn(Opcodes.POP);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
    file.visitEnd();
    return file.toByteArray();
  }
}
