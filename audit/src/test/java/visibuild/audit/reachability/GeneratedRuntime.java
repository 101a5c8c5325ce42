package visibuild.audit.reachability;

import java.util.List;
import java.util.Map;

/**
 * The runtime and the framework of the generated programs. The access records each call of a client
 * as {@code client#method()}; the framework finds classes by annotations and by names in files.
 */
final class GeneratedRuntime {
  static final Map<String, String> SOURCES =
      Map.of(
          "visibuild.Scope",
          "package visibuild; public enum Scope { READ, READ_WRITE }",
          "visibuild.WriteAccess",
          """
          package visibuild;
          import java.lang.reflect.Proxy;
          public final class WriteAccess extends ReadAccess {
            public <C> C implement(Class<C> calls, Scope scope) {
              String client = calls.getName().replace("$Calls", "");
              return calls.cast(Proxy.newProxyInstance(calls.getClassLoader(), new Class<?>[] {calls},
                  (proxy, method, arguments) -> {
                    Server.RECORD.add(client + "#" + method.getName() + "()");
                    return null;
                  }));
            }
          }""",
          "visibuild.ReadAccess",
          "package visibuild; public class ReadAccess {}",
          "visibuild.Visibuild",
          """
          package visibuild;
          public final class Visibuild {
            public ReadAccess readAccess() { return new ReadAccess(); }
            public WriteAccess writeAccess() { return Server.ACCESS; }
          }""",
          "visibuild.ClientCredentials",
          """
          package visibuild;
          public final class ClientCredentials {
            public static ClientCredentials of(String id, Scope scope) { return null; }
            public ClientCredentials withoutNarrowing() { return this; }
          }""",
          "visibuild.Server",
          """
          package visibuild;
          public final class Server {
            public static final WriteAccess ACCESS = new WriteAccess();
            public static final java.util.Set<String> RECORD = new java.util.TreeSet<>();
          }""",
          "fw.Job",
          """
          package fw;
          import java.lang.annotation.*;
          @Retention(RetentionPolicy.RUNTIME) public @interface Job {}""",
          "fw.Container",
          """
          package fw;
          import java.io.*;
          import java.lang.reflect.*;
          import java.nio.file.*;
          import java.util.*;
          public final class Container {
            public static void scan(Class<?> main) throws Exception {
              Path top = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
              String folder = main.getPackageName();
              try (DirectoryStream<Path> files = Files.newDirectoryStream(top.resolve(folder), "*.class")) {
                for (Path file : files) {
                  String name = file.getFileName().toString().replace(".class", "");
                  Class<?> type = Class.forName(folder + "." + name, false, main.getClassLoader());
                  if (type.isAnnotationPresent(Job.class)) {
                    Object job = type.getDeclaredConstructor().newInstance();
                    for (Method method : type.getMethods()) {
                      if (method.isAnnotationPresent(Job.class)) { method.invoke(job); }
                    }
                  }
                }
              }
            }
            public static void services(Class<?> main) {
              for (Runnable service : ServiceLoader.load(Runnable.class, main.getClassLoader())) {
                service.run();
              }
            }
            public static void beans(Class<?> main) throws Exception {
              try (InputStream file = main.getResourceAsStream("/beans.xml")) {
                for (String line : new String(file.readAllBytes()).split("\\n")) {
                  String[] parts = line.split("\\"");
                  Class<?> type = Class.forName(parts[1], true, main.getClassLoader());
                  type.getMethod(parts[3]).invoke(type.getDeclaredConstructor().newInstance());
                }
              }
            }
          }""");

  /** Libraries that call methods in other ways. */
  static final Map<String, String> LIBRARIES =
      Map.of(
          "fw.ReflectionUtils",
          """
          package fw;
          public final class ReflectionUtils {
            public static void call(Object target, String method) throws Exception {
              target.getClass().getMethod(method).invoke(target);
            }
          }""",
          "fw.ClassTool",
          """
          package fw;
          public final class ClassTool {
            public static Class<?> resolve(String name) throws Exception { return Class.forName(name); }
          }""",
          "fw.Bean",
          """
          package fw;
          import java.lang.annotation.*;
          @Retention(RetentionPolicy.RUNTIME) public @interface Bean { String initMethod(); }""",
          "org.reflections.Reflections",
          """
          package org.reflections;
          public final class Reflections {
            public Reflections(String folder) {}
            public java.util.Set<Class<?>> subTypesOf(Class<?> type) { return java.util.Set.of(); }
          }""",
          "groovy.lang.Closure",
          "package groovy.lang; public abstract class Closure { public Object call() { return null; } }",
          "junit.framework.TestCase",
          "package junit.framework; public abstract class TestCase { public void run() {} }",
          "jakarta.jws.WebService",
          """
          package jakarta.jws;
          import java.lang.annotation.*;
          @Retention(RetentionPolicy.RUNTIME) public @interface WebService {}""");

  /** The top folders of all but the program. */
  static final List<String> FOLDERS =
      List.of("visibuild", "fw", "org", "groovy", "junit", "jakarta");

  private GeneratedRuntime() {}
}
