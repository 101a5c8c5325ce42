package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.testing.Compiling;

/** A client's method has the Javadoc of the interface's method. */
class JavadocTest {
  private static final JavaFileObject API =
      Compiling.source(
          "TicketsApi",
          """
          /** Tickets. */
          @VisibuildApi(scope = Scope.READ)
          public interface TicketsApi {
            /**
             * Reads the ticket of a crack.
             *
             * @param id the number on the crack
             * @return the ticket that was filed
             */
            @GET("tickets/{id}") String get(@Path("id") String id);
          }
          """);

  @TempDir private Path folder;

  @Test
  void theClientsPageHasTheWordsOfTheInterface() throws Exception {
    Compilation compilation = Compiling.compile(List.of(API));
    StringWriter remarks = new StringWriter();
    int status =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(
                new PrintWriter(remarks),
                new PrintWriter(remarks),
                "-quiet",
                "-Xdoclint:all",
                "-Werror",
                "-notimestamp",
                "-noindex",
                "-notree",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("pages").toString(),
                write("TicketsApi", API),
                write(
                    "TicketsApiClient",
                    compilation.generatedSourceFile("api.TicketsApiClient").orElseThrow()));

    assertThat(remarks).asString().isEmpty();
    assertThat(status).isZero();
    assertThat(Files.readString(folder.resolve("pages/api/TicketsApiClient.html")))
        .contains("Client of <a href=\"TicketsApi.html\"")
        .contains("Reads the ticket of a crack.")
        .contains("the number on the crack")
        .contains("the ticket that was filed")
        .contains("<a href=\"TicketsApi.html#get(java.lang.String)\">get</a>");
  }

  private String write(String name, JavaFileObject source) throws Exception {
    Path inside = Files.createDirectories(folder.resolve("api"));
    Path file = inside.resolve(name + ".java");
    return Files.writeString(file, source.getCharContent(true)).toString();
  }
}
