package visibuild.processor.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;
import visibuild.processor.validation.Rule;

/** Annotations of other JSON libraries, on models from source and from class files. */
@Tag("slow")
class ForeignAnnotationOfLibraryTest {
  private static final List<String> ANNOTATIONS =
      List.of(
          "com.google.gson.annotations.SerializedName",
          "com.squareup.moshi.Json",
          "jakarta.json.bind.annotation.JsonbProperty",
          "javax.json.bind.annotation.JsonbTransient",
          "kotlinx.serialization.SerialName",
          "com.alibaba.fastjson.annotation.JSONField",
          "com.alibaba.fastjson2.annotation.JSONField",
          "javax.xml.bind.annotation.XmlElement",
          "jakarta.xml.bind.annotation.XmlAttribute",
          "org.codehaus.jackson.annotate.JsonProperty",
          "org.codehaus.jackson.annotate.JsonIgnore",
          "tools.jackson.databind.annotation.JsonDeserialize");

  private static final String IMPORTS =
      "package model; import com.google.gson.annotations.*; import com.squareup.moshi.*;"
          + " import jakarta.json.bind.annotation.*; import javax.json.bind.annotation.*;"
          + " import kotlinx.serialization.*; import javax.xml.bind.annotation.*;"
          + " import jakarta.xml.bind.annotation.*; ";

  @TempDir private Path library;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Model(@SerializedName(\"ticket_id\") String id) {} | @SerializedName | Model.id | @JsonProperty(\"ticket_id\")",
        "class Model { @SerializedName(\"ticket_id\") public String id; } | @SerializedName | Model.id | @JsonProperty(\"ticket_id\")",
        "class Model { private String id; @JsonbProperty(\"ticket_id\") public String getId() { return id; } } | @JsonbProperty | Model.getId | @JsonProperty(\"ticket_id\")",
        "class Model { public final String id; @com.fasterxml.jackson.annotation.JsonCreator public Model(@Json(name = \"ticket_id\") String id) { this.id = id; } } | @Json | Model.id | @JsonProperty(\"ticket_id\")",
        "enum Model { @SerializedName(\"open\") OPEN } | @SerializedName | Model.OPEN | @JsonProperty(\"open\")",
        "record Model(@SerialName(\"ticket_id\") String id) {} | @SerialName | Model.id | @JsonProperty(\"ticket_id\")",
        "record Model(@com.alibaba.fastjson.annotation.JSONField(name = \"ticket_id\") String id) {} | @JSONField | Model.id | @JsonProperty(\"ticket_id\")",
        "record Model(@com.alibaba.fastjson2.annotation.JSONField(ignore = true) String id) {} | @JSONField | Model.id | @JsonIgnore",
        "class Model { @XmlElement(name = \"ticket_id\") public String id; } | @XmlElement | Model.id | @JsonProperty(\"ticket_id\")",
        "class Model { @XmlAttribute(name = \"ticket_id\") public String id; } | @XmlAttribute | Model.id | @JsonProperty(\"ticket_id\")",
        "class Model { @JsonbTransient public String id; } | @JsonbTransient | Model.id | @JsonIgnore",
        "class Model { @org.codehaus.jackson.annotate.JsonProperty(\"ticket_id\") public String id; } | @org.codehaus.jackson.annotate.JsonProperty | Model.id | @com.fasterxml.jackson.annotation.JsonProperty(\"ticket_id\")",
        "class Model { @org.codehaus.jackson.annotate.JsonIgnore public String id; } | @org.codehaus.jackson.annotate.JsonIgnore | Model.id | @com.fasterxml.jackson.annotation.JsonIgnore",
        "@tools.jackson.databind.annotation.JsonDeserialize class Model { public String id; } | @tools.jackson.databind.annotation.JsonDeserialize | Model | @com.fasterxml.jackson.databind.annotation.JsonDeserialize",
        "class Model extends Base {} class Base { @SerializedName(\"ticket_id\") public String id; } | @SerializedName | Base.id | @JsonProperty(\"ticket_id\")",
        "class Model { public List<Part> parts; } class Part { @Json(name = \"ticket_id\") public String id; } | @Json | Part.id | @JsonProperty(\"ticket_id\")"
      })
  void annotationOfAnotherLibrary_isReportedWithJacksons(
      String model, String label, String member, String replacement) throws IOException {
    String message =
        "[" + Rule.FOREIGN_JSON_ANNOTATION.id() + "] Jackson ignores " + label + " on %s.";

    assertThat(fromSource(model))
        .containsExactly(message.formatted(member) + "\n  Write " + replacement + ".");
    // Without javac -parameters the name of a parameter is lost.
    String compiled = model.contains("JsonCreator") ? "a parameter of Model" : member;
    assertThat(fromClassFile(model))
        .containsExactly(
            message.formatted(compiled)
                + "\n  Write a record with "
                + replacement
                + " in its place; or add a mix-in with it to your ObjectMapper.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Model(@SerializedName(\"id\") String id) {}",
        "class Model { @SerializedName(\"ticket_id\") private String id; @com.fasterxml.jackson.annotation.JsonProperty(\"ticket_id\") public String getId() { return id; } }",
        "class Model { @com.fasterxml.jackson.annotation.JsonProperty(\"ticket_id\") private String id; public Model(@Json(name = \"ticket_id\") String id) { this.id = id; } }",
        "class Model { @XmlElement public String id; }",
        "@com.fasterxml.jackson.databind.annotation.JsonNaming(com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class) record Model(@SerializedName(\"ticket_id\") String ticketId) {}"
      })
  void propertyWithTheSameNameInJackson_isAccepted(String model) throws IOException {
    assertThat(fromSource(model)).isEmpty();
    assertThat(fromClassFile(model)).isEmpty();
  }

  private static List<String> fromSource(String model) {
    List<JavaFileObject> sources = library(model);
    sources.add(api());
    return problems(
        Compiling.compiler()
            .withOptions("--release", "17")
            .withProcessors(new VisibuildProcessor())
            .compile(sources)
            .diagnostics());
  }

  private List<String> fromClassFile(String model) throws IOException {
    ClassFolder.fill(
        library,
        Compiling.compiler().withOptions("--release", "17", "-proc:none").compile(library(model)));
    return problems(Compiling.compileWith(library, api()).diagnostics());
  }

  private static List<JavaFileObject> library(String model) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String annotation : ANNOTATIONS) {
      String name = annotation.substring(annotation.lastIndexOf('.') + 1);
      sources.add(
          JavaFileObjects.forSourceString(
              annotation,
              "package "
                  + annotation.substring(0, annotation.lastIndexOf('.'))
                  + "; public @interface "
                  + name
                  + " { String value() default \"\"; String name() default \"\";"
                  + " boolean ignore() default false; }"));
    }
    String declaration = model.replaceFirst("(record|class|enum) Model", "public $1 Model");
    sources.add(
        JavaFileObjects.forSourceString(
            "model.Model", IMPORTS.replace(";", "; ") + "import java.util.*; " + declaration));
    return sources;
  }

  private static JavaFileObject api() {
    return Compiling.source(
        "Api",
        "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") List<model.Model> list(); }");
  }

  private static List<String> problems(List<? extends Diagnostic<?>> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("[visibuild/"))
        .toList();
  }
}
