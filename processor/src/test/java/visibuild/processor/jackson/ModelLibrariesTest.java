package visibuild.processor.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/** Models that another library annotates are judged by their effect on Jackson. */
@Tag("slow")
class ModelLibrariesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.google.gson.annotations.SerializedName | \"ticket_id\" | @JsonProperty(\"ticket_id\")",
        "com.squareup.moshi.Json | name = \"ticket_id\" | @JsonProperty(\"ticket_id\")",
        "jakarta.json.bind.annotation.JsonbProperty | \"ticket_id\" | @JsonProperty(\"ticket_id\")",
        "javax.json.bind.annotation.JsonbTransient | \"\" | @JsonIgnore"
      })
  void annotationOfAnotherJsonLibrary_isReportedWithJacksons(
      String annotation, String value, String replacement) {
    String use = "@" + annotation + "(" + value + ")";
    String simpleName = annotation.substring(annotation.lastIndexOf('.') + 1);

    assertThat(
            ReportedProblems.inModel(
                "public record Model(" + use + " String ticketId) {}", annotation))
        .containsExactly(
            "[visibuild/foreign-json-annotation] Jackson ignores @%s on Model.ticketId."
                .formatted(simpleName));
    assertThat(
            ReportedProblems.inModel(
                "@SuppressWarnings(\"visibuild:foreign-json-annotation\") public record Model("
                    + use
                    + " String ticketId) {}",
                annotation))
        .isEmpty();
    assertThat(
            ReportedProblems.inModel(
                "public record Model(%s @com.fasterxml.jackson.annotation.JsonProperty(\"t\") String ticketId) {}"
                    .formatted(use),
                annotation))
        .isEmpty();
    assertThat(replacement).startsWith("@Json");
  }

  @Test
  void annotationOnARecordComponent_isReportedAtItsPlaceAndSilencedThere() {
    String json = "com.squareup.moshi.Json";
    Compilation compilation =
        Compiling.compiler()
            .withProcessors(new VisibuildProcessor())
            .compile(
                ReportedProblems.annotation(json),
                Compiling.source(
                    "Api",
                    """
                    @VisibuildApi(scope = Scope.READ) interface Api {
                      @GET("x") Ticket get();
                      record Ticket(
                          @SuppressWarnings("visibuild:foreign-json-annotation") @%1$s(name = "a") String id,
                          @%1$s(name = "b") String title) {}
                    }
                    """
                        .formatted(json)));

    assertThat(compilation.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.getMessage(Locale.ROOT)).contains("on Ticket.title.");
              assertThat(warning.getLineNumber()).isEqualTo(5);
              assertThat(warning.getColumnNumber()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@lombok.Value | class Model { String id; int n; } | undecodable-response",
        "@lombok.Value @lombok.NoArgsConstructor(force = true) | class Model { String id; int n; } | ",
        "@lombok.Data | class Model { private String id; private final List<String> a = new ArrayList<>(); } | ",
        "@lombok.Data | class Model { private final String id; private final String n; } | undecodable-response",
        "@lombok.Data @lombok.AllArgsConstructor | class Model { private String id; int n; } | undecodable-response",
        "@lombok.Data @lombok.NoArgsConstructor @lombok.AllArgsConstructor | class Model { private String id; int n; } | ",
        "@lombok.Data @lombok.Builder | class Model { private String id; int n; } | undecodable-response",
        "@lombok.Data @lombok.Builder @lombok.extern.jackson.Jacksonized | class Model { private String id; int n; } | ",
        "@lombok.Setter | class Model { private String id; } | lossy-body",
        "@lombok.Getter @lombok.Setter | class Model { private String id; } | "
      })
  void lombokModel_isJudgedByWhatLombokAdds(String annotations, String declaration, String rule) {
    assertThat(
            ReportedProblems.inModel(
                "import java.util.*; " + annotations + " public " + declaration,
                "lombok.Value",
                "lombok.Data",
                "lombok.Builder",
                "lombok.Getter",
                "lombok.Setter",
                "lombok.NoArgsConstructor",
                "lombok.AllArgsConstructor",
                "lombok.extern.jackson.Jacksonized"))
        .satisfies(problems -> assertRule(problems, rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@org.immutables.value.Value.Immutable public interface Model { String getId(); } | org.immutables.value.Value.Immutable",
        "@com.google.auto.value.AutoValue public abstract class Model { public abstract String getId(); } | com.google.auto.value.AutoValue"
      })
  void abstractModelOfALibrary_needsJacksonsAnnotation(String model, String annotation) {
    assertRule(ReportedProblems.inModel(model, annotation), "undecodable-response");
    assertRule(
        ReportedProblems.inModel(
            "@com.fasterxml.jackson.databind.annotation.JsonDeserialize(as = Object.class) "
                + model,
            annotation),
        null);
  }

  @Test
  void unknownAnnotationOnARecord_doesNotSwitchTheCheckOff() {
    assertRule(
        ReportedProblems.inModel(
            "@other.Marker public record Model(@other.Marker Shape shape) { interface Shape { String getA(); } }",
            "other.Marker"),
        "undecodable-response");
    assertRule(
        ReportedProblems.inModel(
            "@io.soabase.recordbuilder.core.RecordBuilder public record Model(String id) {}",
            "io.soabase.recordbuilder.core.RecordBuilder"),
        null);
  }

  @Test
  void unknownAnnotationOnAClass_switchesTheCheckOff() {
    assertRule(
        ReportedProblems.inModel(
            "@other.Marker public class Model { Model(String a, int b) {} public String getA() { return \"\"; } }",
            "other.Marker"),
        null);
  }

  /** javac does not know the constructors that Lombok would add. */
  private static void assertRule(List<? extends String> messages, String rule) {
    List<? extends String> problems =
        messages.stream().filter(message -> message.startsWith("[visibuild/")).toList();
    if (rule == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).singleElement().asString().startsWith("[visibuild/" + rule + "]");
    }
  }
}
