package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import visibuild.fixture.HostileText;
import visibuild.fixture.PublicTypes;
import visibuild.webhook.SignatureScheme;

/**
 * Calls each public method and constructor that takes a text or a path, with hostile or very long
 * text: what it throws, and the text of what it makes, is one short line without control and format
 * characters.
 */
@Tag("slow")
class PublicMethodsSearchTest {
  /** The limit of a message, an ellipsis, and the name of an exception's type. */
  private static final int MAX_CHARS = 4_100;

  private static final Path HOSTILE_PATH = Path.of("a\r\nFAKE line\u001b[31mz");

  private static Map<Class<?>, Object> samples(String hostile, Path path) {
    Map<Class<?>, Object> samples = new HashMap<>();
    samples.put(String.class, hostile);
    samples.put(Throwable.class, new IOException(hostile));
    samples.put(ErrorResponse.class, hostileResponse(hostile));
    samples.put(Scope.class, Scope.READ);
    samples.put(Region.class, Region.APAC);
    samples.put(Set.class, Set.of(hostile));
    samples.put(List.class, List.of(hostile));
    samples.put(Map.class, Map.of(hostile, List.of(hostile)));
    samples.put(Optional.class, Optional.empty());
    samples.put(Duration.class, Duration.ofSeconds(1));
    samples.put(Instant.class, Instant.EPOCH);
    samples.put(Clock.class, Clock.systemUTC());
    samples.put(Path.class, path);
    samples.put(byte[].class, new byte[1]);
    samples.put(int.class, 1);
    samples.put(long.class, 1L);
    samples.put(boolean.class, true);
    samples.put(Function.class, Function.identity());
    samples.put(Visibuild.Builder.class, Visibuild.builder());
    samples.put(RequestOptions.class, RequestOptions.none());
    samples.put(HttpOptions.class, HttpOptions.defaults());
    samples.put(Upload.class, Upload.of(hostile, hostile, new byte[1]));
    samples.put(ClientCredentials.class, ClientCredentials.of("id", "secret", Scope.READ));
    samples.put(SignatureScheme.class, SignatureScheme.hexHeader("X-Signature"));
    samples.put(CallInfo.class, new CallInfo("a.B", "c", "GET", "d", Scope.READ, "e", 1));
    samples.put(ErrorResponse.Builder.class, ErrorResponse.builder("GET", "x", 400));
    return samples;
  }

  private static ErrorResponse hostileResponse(String hostile) {
    return ErrorResponse.builder(hostile, hostile, 500)
        .requestId(hostile)
        .reason(hostile)
        .fieldErrors(Map.of(hostile, List.of(hostile)))
        .body(hostile)
        .build();
  }

  @Test
  void publicMethodWithHostileText_makesAndThrowsSingleLines() throws Exception {
    Map<Class<?>, Object> samples = samples(HostileText.TEXT, HOSTILE_PATH);

    assertThat(broken(samples, text -> !HostileText.unsafe(text).isEmpty())).isEmpty();
  }

  @Test
  void publicMethodWithLongText_makesAndThrowsShortLines() throws Exception {
    Map<Class<?>, Object> samples = samples("x".repeat(100_000), Path.of("absent/".repeat(15_000)));

    assertThat(broken(samples, text -> text.length() > MAX_CHARS)).isEmpty();
  }

  /** Returns the methods and constructors that make a text which {@code isWrong} finds. */
  private static List<String> broken(Map<Class<?>, Object> samples, Predicate<String> isWrong)
      throws ReflectiveOperationException {
    int calls = 0;
    List<String> broken = new ArrayList<>();
    for (Class<?> type : PublicTypes.all()) {
      for (Executable each : executables(type, samples)) {
        calls++;
        if (isWrong.test(text(result(each, samples)))) {
          broken.add(each.toString());
        }
      }
    }
    assertThat(calls).as("calls that were made").isGreaterThan(40);
    return broken;
  }

  /**
   * Returns the text of an exception or of an object of the library. A record and a value of the
   * JDK hold what the caller gave; the events that the runtime makes have their own test ({@link
   * OneLineMessagesTest}).
   */
  private static String text(Object result) {
    boolean isOurs =
        result != null
            && result.getClass().getName().startsWith("visibuild.")
            && !result.getClass().isRecord();
    return isOurs || result instanceof Throwable ? result.toString() : "";
  }

  private static List<Executable> executables(Class<?> type, Map<Class<?>, Object> samples) {
    List<Executable> all = new ArrayList<>();
    if (!Modifier.isAbstract(type.getModifiers())) {
      all.addAll(Arrays.asList(type.getConstructors()));
    }
    all.addAll(
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
            // The JDK writes the message of an enum's valueOf.
            .filter(each -> !type.isEnum())
            .filter(each -> Modifier.isStatic(each.getModifiers()) || samples.containsKey(type))
            .toList());
    return all.stream()
        .filter(each -> takesText(each) && samples.keySet().containsAll(types(each)))
        .toList();
  }

  private static boolean takesText(Executable method) {
    return types(method).stream()
        .anyMatch(
            type ->
                Set.of(
                        String.class,
                        Path.class,
                        Throwable.class,
                        ErrorResponse.class,
                        Map.class,
                        Set.class)
                    .contains(type));
  }

  private static List<Class<?>> types(Executable method) {
    return Arrays.stream(method.getParameters()).<Class<?>>map(Parameter::getType).toList();
  }

  private static Object result(Executable method, Map<Class<?>, Object> samples)
      throws ReflectiveOperationException {
    Object[] arguments = types(method).stream().map(samples::get).toArray();
    try {
      return method instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : ((Method) method).invoke(samples.get(method.getDeclaringClass()), arguments);
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }
}
