package visibuild.audit.reachability;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import visibuild.audit.Client;
import visibuild.audit.Program;
import visibuild.audit.Samples;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/** The ways in which a program creates a client that writes, and code that never does. */
@Tag("slow")
class ClientCreationTest {
  /** Stands for the creation of the client in the sources below. */
  private static final String CREATE = "DeskApiClient.create(visibuild.Server.ACCESS)";

  @TempDir private static Path folder;
  private static Path classes;

  /**
   * A program of its own package.
   *
   * @param main the statements of its main method
   * @param type the source of another class, {@code Other}; may be empty
   */
  record Case(String name, String main, String type) {
    String folder() {
      return name.replaceAll("\\W", "");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> creating() {
    return List.of(
        new Case("constantName", "Class.forName(\"constantName.Other\");", initializer()),
        new Case(
            "nameInAVariable",
            "String n = \"nameInAVariable.Other\"; ClassLoader l = Main.class.getClassLoader();"
                + " Class.forName(n, true, l);",
            initializer()),
        new Case("computedName", "Class.forName(a[0].toLowerCase());", initializer()),
        new Case("joinedName", "Class.forName(\"joinedName.\" + a[0]);", initializer()),
        new Case(
            "classLoader",
            "ClassLoader l = Main.class.getClassLoader();"
                + " ((Runnable) l.loadClass(a[0]).getConstructor().newInstance()).run();",
            runnable()),
        new Case(
            "methodHandle",
            "java.lang.invoke.MethodHandles.lookup().findStatic(Other.class, \"go\","
                + " java.lang.invoke.MethodType.methodType(void.class));",
            "class Other { static void go() { %s; } }"),
        new Case(
            "serviceLoader",
            "java.util.ServiceLoader.load(Other.class).findFirst();",
            "public abstract class Other { public static class Impl extends Other { public Impl() { %s; } } }"),
        new Case(
            "annotatedMethod",
            "fw.Container.scan(Main.class);",
            "public class Other { @fw.Job public Object bean() { return %s; } }"),
        new Case(
            "subclass",
            "new Other.Sub();",
            "class Other { Other() { %s; } static class Sub extends Other {} }"),
        new Case(
            "staticField", "System.out.println(Other.X);", "class Other { static Object X = %s; }"),
        new Case("recordConstructor", "new Other(1);", "record Other(int x) { Other { %s; } }"),
        new Case(
            "enumConstant",
            "System.out.println(Other.A);",
            "enum Other { A { }; Other() { %s; } }"),
        new Case(
            "singleton",
            "Other.INSTANCE.hashCode();",
            "final class Other { static final Other INSTANCE = new Other(); private Other() { %s; } }"),
        new Case(
            "shutdownHook",
            "Runtime.getRuntime().addShutdownHook(new Other());",
            "class Other extends Thread { @Override public void run() { %s; } }"),
        new Case(
            "invocationHandler",
            "java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[] {Runnable.class}, new Other());",
            "class Other implements java.lang.reflect.InvocationHandler { public Object invoke(Object p,"
                + " java.lang.reflect.Method m, Object[] a) { return %s; } }"),
        new Case(
            "closedResource",
            "try (Other other = new Other()) { other.toString(); }",
            "class Other implements AutoCloseable { @Override public void close() { %s; } }"),
        new Case(
            "hashCode",
            "new java.util.HashSet<Object>().add(new Other());",
            "class Other { @Override public int hashCode() { return %s.hashCode(); } }"),
        new Case(
            "defaultMethod",
            "new Other.A().go();",
            "interface Other { default void go() { %s; } class A implements Other {} }"),
        new Case(
            "deserialized",
            "new java.io.ObjectInputStream(System.in).readObject(); new Other();",
            "class Other implements java.io.Serializable { private void readObject(java.io.ObjectInputStream in) { %s; } }"),
        new Case(
            "comparator",
            "java.util.List.of(1, 2).stream().sorted(Other::compare).toList();",
            "class Other { static int compare(Integer a, Integer b) { return %s.hashCode(); } }"));
  }

  static List<Case> neverCreating() {
    return List.of(
        new Case("deadMethod", "new Other();", "class Other { void go() { %s; } }"),
        new Case(
            "deadLambda",
            "Other.used();",
            "class Other { static Runnable never() { return () -> %s; } static void used() {} }"),
        new Case(
            "deadConstructor",
            "Other.used();",
            "class Other { Other() { %s; } static void used() {} }"),
        new Case("untouchedStaticField", "", "class Other { static Object X = %s; }"),
        new Case("untouchedEnum", "", "enum Other { A; Other() { %s; } }"),
        new Case("unusedRecord", "", "record Other(int x) { Other { %s; } }"),
        new Case(
            "unusedSubclass",
            "new Other();",
            "class Other { static class Sub extends Other { Sub() { %s; } } }"),
        new Case(
            "overridingMethodOfAnUnusedClass",
            "Other o = new Other(); o.go();",
            "class Other { void go() {} static class Sub extends Other { @Override void go() { %s; } } }"),
        new Case(
            "unusedThread",
            "",
            "class Other extends Thread { @Override public void run() { %s; } }"),
        new Case(
            "nestedClassOfAUsedOne",
            "new Other();",
            "class Other { static class Holder { static final Object LAZY = %s; } }"),
        new Case(
            "constantOfADeadClass",
            "System.out.println(Other.X);",
            "class Other { static final int X = 1; static { %s; } }"),
        new Case("deadBranch", "if (false) { %s; }".formatted(CREATE), "class Other {}"));
  }

  private static String initializer() {
    return "class Other { static { %s; } }";
  }

  private static String runnable() {
    return "public class Other implements Runnable { public void run() { %s; } }";
  }

  @BeforeAll
  static void compile() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>(GeneratedRuntime.SOURCES);
    Stream.concat(creating().stream(), neverCreating().stream())
        .forEach(each -> sources.putAll(sources(each)));
    classes = CompiledSources.compile(sources, folder);
  }

  @ParameterizedTest
  @MethodSource("creating")
  void clientThatTheProgramCanCreate_needsReadWrite(Case program) throws IOException {
    Map<String, String> files =
        program.name().equals("serviceLoader")
            ? Map.of("META-INF/services/serviceLoader.Other", "serviceLoader.Other$Impl\n")
            : Map.of();
    assertThat(audit(program, files).needs()).isEqualTo(Access.READ_WRITE);
  }

  @ParameterizedTest
  @MethodSource("neverCreating")
  void clientThatNothingCreates_isNamedAndNeedsRead(Case program) throws IOException {
    Program audited = audit(program, Map.of());

    assertThat(audited.needs()).isEqualTo(Access.READ);
    assertThat(audited.unusedWriters()).hasSize(1);
  }

  @Test
  void classOfALongNameInAManifest_isAnEntryPointAlthoughItsLineIsBroken() throws IOException {
    Case dead = neverCreating().get(3);
    String agent = "Premain-Class: " + dead.folder() + ".Other";
    String broken =
        agent.substring(0, agent.length() - 4) + "\r\n " + agent.substring(agent.length() - 4);

    assertThat(audit(dead, Map.of("META-INF/MANIFEST.MF", broken + "\r\n\r\n")).needs())
        .isEqualTo(Access.READ_WRITE);
  }

  @Test
  void providerOfAModule_isCreated() throws IOException {
    Case dead = neverCreating().get(8);
    ClassWriter file = new ClassWriter(0);
    file.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = file.visitModule("desk", 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    module.visitProvide("java/lang/Thread", dead.folder() + "/Other");
    module.visitEnd();
    file.visitEnd();

    assertThat(
            audit(
                    dead,
                    Map.ofEntries(
                        entry(
                            "module-info.class",
                            new String(file.toByteArray(), StandardCharsets.ISO_8859_1))))
                .needs())
        .isEqualTo(Access.READ_WRITE);
  }

  private static Program audit(Case program, Map<String, String> files) throws IOException {
    Path place = Files.createTempDirectory(folder, program.folder());
    for (String part : List.of(program.folder(), "visibuild", "fw")) {
      Path from = classes.resolve(part);
      try (Stream<Path> all = Files.list(from)) {
        for (Path file : all.toList()) {
          Path copy = place.resolve(part).resolve(file.getFileName());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path copy = place.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, file.getValue(), StandardCharsets.ISO_8859_1);
    }
    String name = program.folder() + ".DeskApi";
    MethodDescriptor write = Samples.call("write0", "POST", "tickets", 5);
    Descriptor api =
        new Descriptor(
            name,
            name + "Client",
            Access.READ_WRITE,
            "api/core/v1/",
            Optional.empty(),
            List.of(write));
    return new Program(
        "desk",
        List.of(new Client(api, "program.jar")),
        ReachabilityTest.analyse(place, List.of(api)));
  }

  private static Map<String, String> sources(Case program) {
    String folder = program.folder();
    String start = "package " + folder + ";\n";
    return Map.of(
        folder + ".DeskApi",
        start + "public interface DeskApi { void write0(); }",
        folder + ".DeskApiClient",
        start
            + """
            public final class DeskApiClient implements DeskApi {
              private final Calls calls;
              private DeskApiClient(visibuild.WriteAccess access) {
                calls = access.implement(Calls.class, visibuild.Scope.READ_WRITE);
              }
              public static DeskApi create(visibuild.WriteAccess access) { return new DeskApiClient(access); }
              @Override public void write0() { calls.write0(); }
              interface Calls { void write0(); }
            }""",
        folder + ".Other",
        start + program.type().formatted(CREATE),
        folder + ".Main",
        start
            + "public class Main { public static void main(String[] a) throws Exception { %s } }"
                .formatted(program.main()));
  }
}
