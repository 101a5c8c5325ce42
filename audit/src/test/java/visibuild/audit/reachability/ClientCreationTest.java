package visibuild.audit.reachability;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "libraryThatInvokesByName",
            "fw.ReflectionUtils.call(new Other(), \"go\");",
            "public class Other { public void go() { %s; } }"),
        new Case(
            "libraryThatLoadsByName", "fw.ClassTool.resolve(a[0] + \".Other\");", initializer()),
        new Case(
            "libraryThatScans",
            "new org.reflections.Reflections(\"libraryThatScans\").subTypesOf(Runnable.class);",
            runnable()),
        new Case(
            "initMethodOfAnAnnotation",
            "fw.Container.scan(Main.class);",
            "public class Other { @fw.Bean(initMethod = \"go\") public Other bean() { return this; }"
                + " public void go() { %s; } }"),
        new Case(
            "defaultOfAnAnnotation",
            "fw.Container.scan(Main.class);",
            "@Other.Handled public class Other { @java.lang.annotation.Retention("
                + "java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " @interface Handled { Class<?> by() default Handler.class; }"
                + " public static class Handler { public Handler() { %s; } } }"),
        new Case(
            "managementBean",
            "java.lang.management.ManagementFactory.getPlatformMBeanServer()"
                + ".registerMBean(new Other(), new javax.management.ObjectName(a[0]));",
            "public class Other implements OtherMBean { @Override public void go() { %s; } }"
                + " interface OtherMBean { void go(); }"),
        new Case(
            "remoteInterface",
            "java.rmi.server.UnicastRemoteObject.exportObject(new Other(), 0);",
            "public class Other implements Desk { @Override public void go() { %s; } }"
                + " interface Desk extends java.rmi.Remote"
                + " { void go() throws java.rmi.RemoteException; }"),
        new Case(
            "webService",
            "fw.Container.scan(Main.class);",
            "@jakarta.jws.WebService public class Other { public void go() { %s; } }"),
        new Case(
            "webServiceWithAnInjectedField",
            "fw.Container.scan(Main.class);",
            "@jakarta.jws.WebService public class Other { @fw.Job public Object field;"
                + " public void go() { %s; } }"),
        new Case(
            "webServiceThatInheritsItsMethods",
            "fw.Container.scan(Main.class);",
            "@jakarta.jws.WebService public class Other extends Base {}"
                + " abstract class Base { public void go() { %s; } }"),
        new Case(
            "readObjectOfASuperclass",
            "new Other();",
            "class Other extends Base {} abstract class Base implements java.io.Serializable"
                + " { private void readObject(java.io.ObjectInputStream in) { %s; } }"),
        new Case(
            "beanStatementOfAnUnknownName",
            "new java.beans.Statement(new Other(), a[0], null).execute();",
            "public class Other { public void go() { %s; } }"),
        new Case(
            "defaultOfAnInitMethod",
            "fw.Container.scan(Main.class);",
            "@Managed public class Other { public void open() { %s; } }"
                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " @interface Managed { String initMethod() default \"open\"; }"),
        new Case(
            "groovyClosure",
            "new Other().call();",
            "public class Other extends groovy.lang.Closure { public Object doCall() { return %s; } }"),
        new Case(
            "oldJUnitTest",
            "fw.Container.scan(Main.class);",
            "public class Other extends junit.framework.TestCase { public void testDesk() { %s; } }"),
        new Case("nativeLibrary", "System.loadLibrary(\"desk\");", initializer()),
        new Case(
            "deserializedOnly",
            "new java.io.ObjectInputStream(System.in).readObject();",
            "class Other implements java.io.Serializable { private Object readResolve() { return %s; } }"),
        new Case(
            "beanStatement",
            "new java.beans.Statement(new Other(), \"go\", null).execute();",
            "public class Other { public void go() { %s; } }"),
        new Case(
            "eventHandler",
            "java.beans.EventHandler.create(Runnable.class, new Other(), \"go\").run();",
            "public class Other { public void go() { %s; } }"),
        new Case(
            "virtualMethodHandle",
            "java.lang.invoke.MethodHandles.lookup().findVirtual(Other.class, \"go\","
                + " java.lang.invoke.MethodType.methodType(void.class)).invoke(new Other());",
            "class Other { void go() { %s; } }"),
        new Case(
            "methodHandleOfAnUnknownName",
            "java.lang.invoke.MethodHandles.lookup().findVirtual(Other.class, a[0],"
                + " java.lang.invoke.MethodType.methodType(void.class)).invoke(new Other());",
            "class Other { void go() { %s; } }"),
        new Case(
            "constructorHandle",
            "java.lang.invoke.MethodHandles.lookup().findConstructor(Other.class,"
                + " java.lang.invoke.MethodType.methodType(void.class)).invoke();",
            "class Other { Other() { %s; } }"),
        new Case(
            "cleaner",
            "java.lang.ref.Cleaner.create().register(new Object(), Other::go);",
            "class Other { static void go() { %s; } }"),
        new Case(
            "timerTask",
            "new java.util.Timer().schedule(new Other(), 1);",
            "class Other extends java.util.TimerTask { @Override public void run() { %s; } }"),
        new Case(
            "finalizer",
            "new Other();",
            "class Other { @Deprecated @Override protected void finalize() { %s; } }"),
        new Case(
            "externalizable",
            "new Other();",
            "class Other implements java.io.Externalizable {"
                + " public void writeExternal(java.io.ObjectOutput o) {}"
                + " public void readExternal(java.io.ObjectInput i) { %s; } }"),
        new Case(
            "enumByName", "Enum.valueOf(Other.class, a[0]);", "enum Other { A; Other() { %s; } }"),
        new Case(
            "constructorsOfAClass",
            "Other.class.getDeclaredConstructors()[0].newInstance();",
            "class Other { Other() { %s; } }"),
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
        new Case("deadBranch", "if (false) { %s; }".formatted(CREATE), "class Other {}"),
        new Case(
            "methodOfItsOwnThatReturnsAClass",
            "Other.model(a[0]);",
            "class Other { static Class<?> model(String kind) { return kind.isEmpty() ? Main.class :"
                + " String.class; } static class Sub { Sub() { %s; } } }"));
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
    sources.putAll(GeneratedRuntime.LIBRARIES);
    Stream.of(creating(), neverCreating(), List.of(page(), injected(), injectedRunnable()))
        .flatMap(List::stream)
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

  @Test
  void methodThatAnExpressionInAPageNames_isReached() throws IOException {
    assertThat(audit(page(), Map.of("desk.xhtml", "<a onclick=\"#{desk.go}\"/>")).needs())
        .isEqualTo(Access.READ_WRITE);
    assertThat(audit(page(), Map.of("desk.xhtml", "<a onclick=\"#{desk.stop}\"/>")).needs())
        .isEqualTo(Access.READ);
  }

  @Test
  void beanWithoutAnnotation_isInjectedInABeanArchive() throws IOException {
    assertThat(audit(injected(), Map.of("META-INF/beans.xml", "<beans/>")).needs())
        .isEqualTo(Access.READ_WRITE);
    assertThat(audit(injected(), Map.of()).needs()).isEqualTo(Access.READ);
  }

  @Test
  void beanOfAJdkType_isInjectedInABeanArchive() throws IOException {
    assertThat(audit(injectedRunnable(), Map.of("META-INF/beans.xml", "<beans/>")).needs())
        .isEqualTo(Access.READ_WRITE);
    assertThat(audit(injectedRunnable(), Map.of()).needs()).isEqualTo(Access.READ);
  }

  private static Case page() {
    return new Case(
        "page",
        "fw.Container.scan(Main.class);",
        "@fw.Job public class Other { public void go() { %s; } }");
  }

  private static Case injected() {
    return new Case(
        "injected",
        "fw.Container.scan(Main.class);",
        "@fw.Job public class Other { @fw.Job public Desk desk; interface Desk {}"
            + " static class DeskImpl implements Desk { DeskImpl() { %s; } } }");
  }

  private static Case injectedRunnable() {
    return new Case(
        "injectedRunnable",
        "fw.Container.scan(Main.class);",
        "@fw.Job public class Other { @fw.Job public Runnable desk;"
            + " static class DeskImpl implements Runnable { DeskImpl(int unused) {}"
            + " public void run() { %s; } } }");
  }

  private static Program audit(Case program, Map<String, String> files) throws IOException {
    Path place = Files.createTempDirectory(folder, program.folder());
    List<String> parts = new ArrayList<>(GeneratedRuntime.FOLDERS);
    parts.add(program.folder());
    for (String part : parts) {
      try (Stream<Path> all = Files.walk(classes.resolve(part))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Path copy = place.resolve(classes.relativize(file));
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
            + "public class Main { public static void main(String[] a) throws Throwable { %s } }"
                .formatted(program.main()));
  }
}
