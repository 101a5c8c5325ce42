package visibuild.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;

/** Interfaces that extend one from a library, of which there is no source. */
class LibraryTest {
  @TempDir private Path library;

  @BeforeEach
  void compileTheLibrary() throws IOException {
    Compilation compilation =
        Compiling.compilePlainly(
            List.of(
                Compiling.source(
                    "Crud", "public interface Crud<T> { @POST(\"new\") T create(@Body T t); }")));
    ClassFolder.fill(library, compilation);
  }

  @Test
  void aMethodOfALibraryIsImplemented() {
    Compilation compilation =
        Compiling.compileWith(
            library,
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ_WRITE) interface Api extends Crud<String> {}"));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aProblemOfALibraryIsReportedAtTheInterfaceThatInheritsIt() {
    Compilation compilation =
        Compiling.compileWith(
            library,
            Compiling.source(
                "Api", "@VisibuildApi(scope = Scope.READ)\ninterface Api extends Crud<String> {}"));

    assertThat(compilation.errors()).hasSize(1);
    Diagnostic<?> error = compilation.errors().get(0);
    assertThat(error.getMessage(Locale.ROOT))
        .startsWith(
            "[visibuild/write-in-read-api] Crud.create writes (POST), but Api declares Scope.READ.");
    assertThat(error.getLineNumber()).isEqualTo(2);
  }
}
