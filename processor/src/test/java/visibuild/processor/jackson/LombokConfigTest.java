package visibuild.processor.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Visibuild;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.CompiledClasses;
import visibuild.processor.testing.Compiling;

/** A {@code lombok.config} beside the sources changes what Lombok adds to a model. */
@Tag("slow")
class LombokConfigTest {
  private static final String JSON = "{\"id\":\"b\",\"n\":8}";

  @TempDir private Path root;
  private final ObjectMapper mapper = Visibuild.newObjectMapper();

  @Test
  void constructorPropertiesOfTheConfiguration_makeTheModelDecodable() throws Exception {
    Files.writeString(
        root.resolve("lombok.config"),
        "config.stopBubbling = true\nlombok.anyConstructor.addConstructorProperties = true\n");

    Compilation compilation = compile();

    assertThat(problems(compilation)).isEmpty();
    Class<?> model = modelOf(compilation);
    assertThatCode(() -> mapper.readValue(JSON, model)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "config.stopBubbling=true\n",
        "config.stopBubbling = true\nlombok.log.fieldName = log\n",
        "# lombok.anyConstructor.addConstructorProperties = true\n"
      })
  void configurationWithoutEffectOnTheModel_keepsTheWarning(String config) throws Exception {
    Files.writeString(root.resolve("lombok.config"), config);
    Compilation compilation = compile();

    assertThat(problems(compilation))
        .singleElement()
        .asString()
        .startsWith("[visibuild/undecodable-response]");
    Class<?> model = modelOf(compilation);
    assertThatThrownBy(() -> mapper.readValue(JSON, model))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  private Compilation compile() throws IOException, ReflectiveOperationException {
    Path sources = Files.createDirectories(root.resolve("src/models"));
    Path model =
        Files.writeString(
            sources.resolve("Model.java"),
            "package models; @lombok.Value public class Model { String id; int n; }");
    Path api =
        Files.writeString(
            sources.resolve("Api.java"),
            """
            package models;
            @visibuild.VisibuildApi(scope = visibuild.Scope.READ) interface Api {
              @retrofit2.http.GET("x") Model get();
            }
            """);
    List<Processor> processors = new ArrayList<>(ModelLibraryOutcomesTest.libraries());
    processors.add(new VisibuildProcessor());
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<JavaFileObject> objects = new ArrayList<>();
      files.getJavaFileObjects(model, api).forEach(objects::add);
      return Compiling.compileWithModelLibraries(objects, processors);
    }
  }

  private static List<String> problems(Compilation compilation) {
    assertThat(compilation.errors()).isEmpty();
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("[visibuild/"))
        .toList();
  }

  private static Class<?> modelOf(Compilation compilation) throws ClassNotFoundException {
    return new CompiledClasses(compilation).loadClass("models.Model");
  }
}
