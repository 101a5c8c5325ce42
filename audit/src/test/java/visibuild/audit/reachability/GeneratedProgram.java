package visibuild.audit.reachability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import visibuild.audit.Samples;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/**
 * A random program with several clients whose writes are live or dead by construction. Its main
 * method runs every live write; a framework of its own creates annotated and named classes.
 */
final class GeneratedProgram {
  private final Random random;
  private final String folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<Descriptor> descriptors = new ArrayList<>();
  private final Set<String> seededDead = new LinkedHashSet<>();
  private final StringBuilder main = new StringBuilder();
  private int classes;

  GeneratedProgram(long seed) {
    random = new Random(seed);
    folder = "p" + seed;
    int clients = 2 + random.nextInt(4);
    for (int number = 0; number < clients; number++) {
      client("Api" + number, 2 + random.nextInt(4));
    }
    sources.put(
        folder + ".Main",
        "package %s; public class Main { public static void main(String[] args) throws Exception {\n%s}\n}"
            .formatted(folder, main));
  }

  String folder() {
    return folder;
  }

  Map<String, String> sources() {
    return sources;
  }

  Map<String, String> resources() {
    return resources;
  }

  List<Descriptor> descriptors() {
    return descriptors;
  }

  /** The writes that no code runs, as {@code client#method()}. */
  Set<String> seededDead() {
    return seededDead;
  }

  private void client(String api, int methods) {
    StringBuilder declared = new StringBuilder();
    StringBuilder implemented = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    List<MethodDescriptor> described = new ArrayList<>();
    for (int number = 0; number < methods; number++) {
      String name = "write" + number;
      declared.append("  void %s();\n".formatted(name));
      implemented.append("  @Override public void %s() { calls.%s(); }\n".formatted(name, name));
      calls.append("    void %s();\n".formatted(name));
      described.add(Samples.call(name, "POST", name, 5));
    }
    put(api, "public interface %s {\n%s}".formatted(api, declared));
    put(
        api + "Client",
        """
        public final class %1$sClient implements %1$s {
          private final Calls calls;
          private %1$sClient(visibuild.WriteAccess access) {
            calls = access.implement(Calls.class, visibuild.Scope.READ_WRITE);
          }
          public static %1$s create(visibuild.WriteAccess access) { return new %1$sClient(access); }
        %2$s  interface Calls {
        %3$s  }
        }"""
            .formatted(api, implemented, calls));
    descriptors.add(
        new Descriptor(
            folder + "." + api,
            folder + "." + api + "Client",
            Access.READ_WRITE,
            "api/core/v1/",
            Optional.empty(),
            described));
    boolean created = random.nextInt(4) > 0;
    String create = api + "Client.create(visibuild.Server.ACCESS)";
    for (MethodDescriptor method : described) {
      String call = create + "." + method.name() + "()";
      boolean live = created && random.nextBoolean();
      if (live) {
        live(api, create, method.name(), call);
      } else {
        dead(api, created ? create : "((%s) null)".formatted(api), method.name());
      }
    }
  }

  private void live(String api, String create, String method, String call) {
    String type = "Live" + classes++;
    int kind = random.nextInt(14);
    switch (kind) {
      case 0 -> main.append("    " + call + ";\n");
      case 1 -> {
        put(type, "class %s { static void go() { %s; } }".formatted(type, call));
        main.append("    %s.go();\n".formatted(type));
      }
      case 2 ->
          main.append(
              "    Runnable r%d = () -> %s; r%d.run();\n".formatted(classes, call, classes));
      case 3 ->
          main.append(
              "    %s a%d = %s; Runnable m%d = a%d::%s; m%d.run();\n"
                  .formatted(api, classes, create, classes, classes, method, classes));
      case 4 -> {
        put(
            type,
            "class %s implements Runnable { public void run() { %s; } }".formatted(type, call));
        main.append("    Runnable t%d = new %s(); t%d.run();\n".formatted(classes, type, classes));
      }
      case 5 -> {
        put(type, "public class %s { public static void go() { %s; } }".formatted(type, call));
        main.append(
            "    Class.forName(\"%s.%s\").getMethod(\"go\").invoke(null);\n"
                .formatted(folder, type));
      }
      case 6 -> {
        put(
            type,
            "public class %s implements Runnable { public void run() { %s; } }"
                .formatted(type, call));
        main.append(
            "    String n%d = \"%s.%s\"; ((Runnable) Class.forName(n%d).getDeclaredConstructor().newInstance()).run();\n"
                .formatted(classes, folder, type, classes));
      }
      case 7 -> {
        put(
            type,
            "public class %s implements Runnable { public void run() { %s; } }"
                .formatted(type, call));
        resources.merge(
            "META-INF/services/java.lang.Runnable", folder + "." + type + "\n", String::concat);
        main.append("    fw.Container.services(Main.class);\n");
      }
      case 8 -> {
        put(
            type,
            "@fw.Job public class %s { @fw.Job public void nightly() { %s; } }"
                .formatted(type, call));
        main.append("    fw.Container.scan(Main.class);\n");
      }
      case 9 -> {
        put(type, "public class %s { public void tick() { %s; } }".formatted(type, call));
        resources.merge(
            "beans.xml",
            "<bean class=\"%s.%s\" method=\"tick\"/>\n".formatted(folder, type),
            String::concat);
        main.append("    fw.Container.beans(Main.class);\n");
      }
      case 10 -> {
        put(
            type,
            "abstract class %s { void go() { step(); } abstract void step();\n static class B extends %s { void step() { %s; } } }"
                .formatted(type, type, call));
        main.append("    %s x%d = new %s.B(); x%d.go();\n".formatted(type, classes, type, classes));
      }
      case 11 -> {
        put(type, "enum %s { A { void go() { %s; } }; abstract void go(); }".formatted(type, call));
        main.append("    for (%s e : %s.values()) { e.go(); }\n".formatted(type, type));
      }
      case 12 -> {
        put(
            type,
            "class %s { static final int X; static { %s; X = new java.util.Random().nextInt(); } }"
                .formatted(type, call));
        main.append("    System.identityHashCode(%s.X);\n".formatted(type));
      }
      default -> {
        put(
            type,
            "record %s(%s api) { void go() { java.util.List.of(1).forEach(i -> api.%s()); } }"
                .formatted(type, api, method));
        main.append("    new %s(%s).go();\n".formatted(type, create));
      }
    }
  }

  private void dead(String api, String receiver, String method) {
    String type = "Dead" + classes++;
    String call = receiver + "." + method + "()";
    seededDead.add(folder + "." + api + "Client#" + method + "()");
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> put(type, "class %s { void go() { %s; } }".formatted(type, call));
      case 2 -> {
        put(type, "class %s { void go() { %s; } int used() { return 1; } }".formatted(type, call));
        main.append("    new %s().used();\n".formatted(type));
      }
      case 3 ->
          put(
              type,
              "class %s implements Runnable { public void run() { %s; } }".formatted(type, call));
      case 4 -> {
        put(
            type,
            "interface %s { void go(); class A implements %s { public void go() {} } class B implements %s { public void go() { %s; } } }"
                .formatted(type, type, type, call));
        main.append("    %s d%d = new %s.A(); d%d.go();\n".formatted(type, classes, type, classes));
      }
      default -> {
        put(
            type,
            "class %s { static Runnable never() { return () -> %s; } static void used() {} }"
                .formatted(type, call));
        main.append("    %s.used();\n".formatted(type));
      }
    }
  }

  private void put(String type, String source) {
    sources.put(folder + "." + type, "package " + folder + ";\n" + source);
  }
}
