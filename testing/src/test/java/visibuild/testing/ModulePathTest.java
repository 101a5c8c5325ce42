package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;
import visibuild.Visibuild;

/** A program of named modules, compiled here and run in a JVM of its own, both without JUnit. */
@Tag("slow")
class ModulePathTest {
  private static final List<Class<?>> AT_RUN_TIME =
      List.of(
          VisibuildSandbox.class,
          Visibuild.class,
          MockWebServer.class,
          OkHttpClient.class,
          ByteString.class,
          Unit.class,
          Retrofit.class,
          ObjectMapper.class,
          JsonFactory.class,
          JsonProperty.class,
          JavaTimeModule.class);

  @TempDir private Path folder;

  @Test
  void programOfNamedModulesReadsAPageFromItsSandbox() throws Exception {
    Path classes = folder.resolve("classes");
    compile(
        classes,
        write(
            "module-info.java",
            """
            module consumer {
              requires visibuild.runtime;
              requires visibuild.testing;
              opens consumer to com.fasterxml.jackson.databind;
            }
            """),
        write(
            "Main.java",
            """
            package consumer;

            import retrofit2.Call;
            import retrofit2.http.GET;
            import retrofit2.http.Query;
            import visibuild.Page;
            import visibuild.Scope;
            import visibuild.call.ClientCalls;
            import visibuild.testing.VisibuildSandbox;

            public final class Main {
              record Project(String id, String name) {}

              interface Calls {
                @GET("api/core/v1/projects")
                Call<Page<Project>> projects(@Query("pageSize") int pageSize);
              }

              public static void main(String[] arguments) {
                try (VisibuildSandbox sandbox = VisibuildSandbox.start()) {
                  Calls calls =
                      sandbox.visibuild(Scope.READ).readAccess().implement(Calls.class);
                  Page<Project> page = ClientCalls.execute(calls.projects(3));
                  System.out.println(Main.class.getModule() + " " + page.items().size());
                }
              }
            }
            """));

    assertThat(run(path(Stream.concat(Stream.of(classes), AT_RUN_TIME.stream().map(this::home)))))
        .isEqualToIgnoringNewLines("module consumer 3");
  }

  private Path write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name), source);
  }

  private void compile(Path target, Path... sources) {
    Stream<Class<?>> known = Stream.concat(AT_RUN_TIME.stream(), Stream.of(NullMarked.class));
    Stream<String> options =
        Stream.of("-proc:none", "-d", target.toString(), "-p", path(known.map(this::home)));
    String[] arguments =
        Stream.concat(options, Stream.of(sources).map(Path::toString)).toArray(String[]::new);

    assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, arguments))
        .isZero();
  }

  /** Returns the output of the program, on both streams. */
  private String run(String modulePath) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                modulePath,
                "-m",
                "consumer/consumer.Main")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(program.waitFor(10, TimeUnit.MINUTES)).isTrue();
    } finally {
      program.destroyForcibly();
    }
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  private Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(Stream<Path> places) {
    return places.map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
  }
}
