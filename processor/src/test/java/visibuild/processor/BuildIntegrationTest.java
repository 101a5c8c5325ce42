package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/** The processor within a build: incremental compilation, crashes, and missing clients. */
@Tag("slow")
class BuildIntegrationTest {
  private static final List<JavaFileObject> TWO_IN_ONE_FILE =
      List.of(
          Compiling.source(
              "One",
              """
              @VisibuildApi(scope = Scope.READ) interface One { @GET("x") String get(); }
              class Outer {
                @VisibuildApi(scope = Scope.READ) interface Two { @GET("x") String get(); }
              }
              """));

  @Test
  void itIsIsolatingForGradle() throws IOException {
    try (InputStream file =
        VisibuildProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo("visibuild.processor.VisibuildProcessor,ISOLATING");
    }
  }

  @Test
  void eachFileComesFromItsInterfaceAlone() {
    List<String> origins = new ArrayList<>();

    Compilation compilation =
        compile(
            filer ->
                recording(
                    filer,
                    arguments -> {
                      Element[] from = (Element[]) arguments[arguments.length - 1];
                      origins.add(arguments[arguments.length - 2] + " from " + List.of(from));
                    }));

    assertThat(compilation.errors()).isEmpty();
    assertThat(origins)
        .hasSize(4)
        .allMatch(
            origin ->
                origin.contains("One")
                    ? origin.endsWith(" from [api.One]")
                    : origin.endsWith(" from [api.Outer.Two]"));
  }

  static Stream<Throwable> crashes() {
    return Stream.of(
        new IllegalStateException("out of ink"),
        new StackOverflowError(),
        new NoClassDefFoundError());
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void aCrashIsOneErrorThatNamesTheInterfaceAndAsksForAReport(Throwable crash) {
    Compilation compilation =
        compile(
            filer ->
                recording(
                    filer,
                    arguments -> {
                      if (arguments[0].equals("api.OneClient")) {
                        throw crash;
                      }
                    }));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith(
            "[visibuild/internal-error] The Visibuild processor failed on api.One: "
                + crash
                + " (at visibuild.processor.")
        .contains("Please report it");
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(1);
  }

  @Test
  void afterACrashThatThereIsNoClientIsNotReported() {
    AtomicBoolean first = new AtomicBoolean(true);
    List<JavaFileObject> sources = new ArrayList<>(TWO_IN_ONE_FILE);
    sources.add(Compiling.source("Program", "class Program { One one = OneClient.create(null); }"));

    Compilation compilation =
        compile(
            sources,
            filer ->
                recording(
                    filer,
                    arguments -> {
                      if (arguments[0].equals("api.OneClient") && first.getAndSet(false)) {
                        throw new IllegalStateException("out of ink");
                      }
                    }));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)].*", "]"))
        .containsExactly("[visibuild/internal-error]");
  }

  @Test
  void allProblemsOfAllInterfacesComeInOneCompile() {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "One",
                    """
                    @VisibuildApi(scope = Scope.READ, path = "/")
                    interface One {
                      @POST("x") String write(String unknown);
                      @GET("/x") Stream<String> read();
                    }
                    @VisibuildApi(scope = Scope.READ_WRITE) interface Two { @GET("x") String get(); }
                    @VisibuildApi(scope = Scope.READ) class Three {}
                    """)));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)].*", "]"))
        .containsExactly(
            "[visibuild/api-path]",
            "[visibuild/write-in-read-api]",
            "[visibuild/parameter-without-purpose]",
            "[visibuild/path-leaves-api]",
            "[visibuild/unsupported-response]",
            "[visibuild/scope-too-wide]",
            "[visibuild/not-an-interface]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.inner.One one = OneClient.create(null);",
        "OneClient client;",
        "OneClient client() { return null; }",
        "void take(List<? extends OneClient> clients) {}",
        "class Inner<T extends OneClient> {}"
      })
  void thatThereIsNoClientIsNotReported(String use) {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "Program",
                    """
                    import api.inner.OneClient;
                    class Program { %s }
                    """
                        .formatted(use)),
                JavaFileObjects.forSourceString(
                    "api.inner.One",
                    """
                    package api.inner;
                    @visibuild.VisibuildApi(scope = visibuild.Scope.READ)
                    public interface One { @retrofit2.http.GET("/x") String read(); }
                    """)));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("(?s)].*", "]"))
        .containsExactly("[visibuild/path-leaves-api]");
  }

  @Test
  void everySourceVersionOfTheCompilerIsSupported() {
    assertThat(new VisibuildProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }

  private static Compilation compile(UnaryOperator<Filer> filer) {
    return compile(TWO_IN_ONE_FILE, filer);
  }

  private static Compilation compile(List<JavaFileObject> sources, UnaryOperator<Filer> filer) {
    return Compiler.javac()
        .withProcessors(new WithFiler(new VisibuildProcessor(), filer))
        .compile(sources);
  }

  /** Receives the arguments of {@code createSourceFile} before the file is created. */
  @FunctionalInterface
  private interface BeforeFile {
    void see(Object[] arguments) throws Throwable;
  }

  private static Filer recording(Filer filer, BeforeFile before) {
    return (Filer)
        Proxy.newProxyInstance(
            Filer.class.getClassLoader(),
            new Class<?>[] {Filer.class},
            (proxy, method, arguments) -> {
              before.see(Arrays.copyOf(arguments, arguments.length));
              try {
                return method.invoke(filer, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Runs a processor with another filer. */
  private static final class WithFiler extends AbstractProcessor {
    private final VisibuildProcessor processor;
    private final UnaryOperator<Filer> filer;

    WithFiler(VisibuildProcessor processor, UnaryOperator<Filer> filer) {
      this.processor = processor;
      this.filer = filer;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer replaced = filer.apply(environment.getFiler());
      processor.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  ProcessingEnvironment.class.getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (proxy, method, arguments) ->
                      method.getName().equals("getFiler")
                          ? replaced
                          : method.invoke(environment, arguments)));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }
}
