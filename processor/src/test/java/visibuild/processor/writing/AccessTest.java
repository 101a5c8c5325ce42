package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import visibuild.processor.testing.Compiling;

/** The access that a client is created from; javac refuses another. */
class AccessTest {
  private static final JavaFileObject WRITING =
      Compiling.source(
          "TicketsApi",
          """
          @VisibuildApi(scope = Scope.READ_WRITE)
          interface TicketsApi { @POST("tickets") String open(@Body String ticket); }
          """);
  private static final JavaFileObject READING =
      Compiling.source(
          "ProjectsApi",
          """
          @VisibuildApi(scope = Scope.READ)
          interface ProjectsApi { @GET("projects") List<String> list(); }
          """);

  @Test
  void aClientThatWritesCannotBeMadeFromReadAccess() {
    Compilation compilation =
        compile(
            WRITING,
            "TicketsApi make(ReadAccess access) { return TicketsApiClient.create(access); }");

    assertThat(compilation.errors()).hasSize(1);
    Diagnostic<?> error = compilation.errors().get(0);
    assertThat(error.getMessage(Locale.ROOT))
        .isEqualTo(
            "incompatible types: visibuild.ReadAccess cannot be converted to"
                + " visibuild.WriteAccess");
  }

  @Test
  void aClientThatWritesIsMadeFromWriteAccess() {
    assertThat(
            compile(
                    WRITING,
                    "TicketsApi make(WriteAccess access) {"
                        + " return TicketsApiClient.create(access); }")
                .errors())
        .isEmpty();
  }

  @Test
  void aClientThatReadsIsMadeFromWriteAccessToo() {
    assertThat(
            compile(
                    READING,
                    "ProjectsApi make(WriteAccess access) {"
                        + " return ProjectsApiClient.create(access); }")
                .errors())
        .isEmpty();
  }

  private static Compilation compile(JavaFileObject api, String method) {
    return Compiling.compile(
        List.of(api, Compiling.source("Program", "class Program { " + method + " }")));
  }
}
