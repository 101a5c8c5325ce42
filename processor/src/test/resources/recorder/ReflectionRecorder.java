package recorder;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Runs a program and writes down who looks at which class by reflection: lines such as {@code
 * getDeclaredFields program.Ticket com.fasterxml.jackson.databind.util.ClassUtil}. Needs Byte Buddy's agent in the JVM.
 *
 * <p>Compiled by the test: Byte Buddy's classes carry annotations that are not there, which the
 * build's own compile takes for errors.
 */
public final class ReflectionRecorder {
  /** Where the code that is put into the JDK's classes, which know no others, finds the recorder. */
  private static final String KEY = "visibuild.recorder";

  private ReflectionRecorder() {}

  /** Runs the main class that is the second argument; the accesses go to the file in the first. */
  public static void main(String[] arguments) throws Exception {
    Set<String> accesses = record();
    Method main = Class.forName(arguments[1]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
    Files.write(Path.of(arguments[0]), accesses);
  }

  private static Set<String> record() {
    Set<String> accesses = new ConcurrentSkipListSet<>();
    ThreadLocal<Boolean> recording = new ThreadLocal<>();
    // Without "+", which is made by reflection when it is run first.
    BiConsumer<String, Object> recorder =
        (method, seen) -> {
          if (recording.get() != null) {
            return;
          }
          recording.set(true);
          try {
            accesses.add(
                method
                    .concat(" ")
                    .concat(seen instanceof Class<?> c ? c.getTypeName() : seen.toString())
                    .concat(" ")
                    .concat(looker()));
          } finally {
            recording.remove();
          }
        };
    recorder.accept("begin", ReflectionRecorder.class);
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(none())
        .type(named("java.lang.Class"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder
                    .visit(
                        Advice.to(Looking.class)
                            .on(
                                namedOneOf(
                                        "getDeclaredFields",
                                        "getDeclaredMethods",
                                        "getDeclaredConstructors",
                                        "getFields",
                                        "getMethods",
                                        "getConstructors",
                                        "getField",
                                        "getMethod",
                                        "getConstructor",
                                        "getDeclaredField",
                                        "getDeclaredMethod",
                                        "getDeclaredConstructor",
                                        "getRecordComponents")
                                    .and(not(isStatic()))))
                    .visit(Advice.to(Finding.class).on(named("forName").and(isStatic()))))
        .type(named("java.lang.reflect.Array"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Arraying.class).on(named("newInstance"))))
        .type(named("java.lang.reflect.Proxy"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Proxying.class).on(named("newProxyInstance").and(isPublic()))))
        .installOnByteBuddyAgent();
    System.getProperties().put(KEY, recorder);
    return accesses;
  }

  /** The class behind those of reflection itself. */
  private static String looker() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> !name.startsWith("recorder."))
                    .filter(name -> !name.equals("java.lang.Class"))
                    .filter(name -> !name.startsWith("java.lang.reflect."))
                    .findFirst()
                    .orElse("main"));
  }

  /** Put in front of {@code Class}'s methods. */
  static final class Looking {
    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked")
    static void enter(@Advice.This Class<?> self, @Advice.Origin("#m") String method) {
      Object recorder = System.getProperties().get("visibuild.recorder");
      if (recorder != null) {
        ((BiConsumer<String, Object>) recorder).accept(method, self);
      }
    }
  }

  /** Put in front of {@code Class.forName}. */
  static final class Finding {
    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked")
    static void enter(@Advice.AllArguments Object[] arguments) {
      Object recorder = System.getProperties().get("visibuild.recorder");
      if (recorder != null) {
        for (Object argument : arguments) {
          if (argument instanceof String) {
            ((BiConsumer<String, Object>) recorder).accept("forName", argument);
          }
        }
      }
    }
  }

  /** Put in front of {@code Array.newInstance}. */
  static final class Arraying {
    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked")
    static void enter(@Advice.Argument(0) Class<?> component) {
      Object recorder = System.getProperties().get("visibuild.recorder");
      if (recorder != null) {
        ((BiConsumer<String, Object>) recorder).accept("newArray", component);
      }
    }
  }

  /** Put in front of {@code Proxy.newProxyInstance}. */
  static final class Proxying {
    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked")
    static void enter(@Advice.Argument(1) Class<?>[] interfaces) {
      Object recorder = System.getProperties().get("visibuild.recorder");
      if (recorder != null) {
        ((BiConsumer<String, Object>) recorder).accept("newProxy", interfaces[0]);
      }
    }
  }
}
