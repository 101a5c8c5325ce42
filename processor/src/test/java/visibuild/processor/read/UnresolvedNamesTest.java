package visibuild.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/** The processor adds no error where the compiler reports a missing name. */
class UnresolvedNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Gett(\"a\") String a(); @GET(\"b\") String b(@Qery(\"q\") String q);",
        "@GET(Paths.A) String a(); @GET(Paths.B) String b(@Query(Paths.Q) String q);"
      })
  void nameThatTheCompilerReports_isNotReportedAgain(String members) {
    assertThat(ReportedProblems.inMembers(members))
        .isNotEmpty()
        .noneMatch(message -> message.startsWith("[visibuild/"));
  }

  @Test
  void methodWithAUrlAndARepeatedAnnotation_hasAClient() {
    assertThat(
            withMark(
                "@GET @Mark(\"a\") @Mark(\"b\") okhttp3.ResponseBody download(@Url String url);",
                "class User { Object client = ApiClient.class; }"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing-path | @GET @Mark(\"a\") @Mark(\"b\") String a();",
        "parameter-without-purpose | @GET(\"a\") String a(@Mark(\"a\") @Mark(\"b\") String p);",
        "parameter-without-purpose | @GET(\"a\") String a(@OnType Outer.Inner p);",
        "parameter-without-purpose | @GET(\"a\") String a(@OnType Outer.Inner[] p);"
      })
  void problemBesideAnAnnotationThatTheElementsHoldElsewhere_isReported(
      String rule, String members) {
    assertThat(withMark(members, ""))
        .singleElement()
        .asString()
        .startsWith("[visibuild/" + rule + "]");
  }

  private static List<String> withMark(String members, String others) {
    return ReportedProblems.in(
        Compiling.source(
            "Api",
            """
            @java.lang.annotation.Repeatable(Marks.class) @interface Mark { String value(); }
            @interface Marks { Mark[] value(); }
            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
            @interface OnType {}
            class Outer { class Inner {} }
            @VisibuildApi(scope = Scope.READ) interface Api { %s }
            %s
            """
                .formatted(members, others)));
  }

  @Test
  void retrofitMissingFromTheClassPath_isReportedByTheCompilerOnly() {
    assertThat(
            Compiling.compileWithout(
                    "retrofit",
                    Compiling.source(
                        "Api",
                        "@VisibuildApi(scope = Scope.READ) interface Api {"
                            + " @GET(\"a/{p}\") String a(@Path(\"p\") String p, @Query(\"q\") String q); }"))
                .errors()
                .stream()
                .map(error -> error.getMessage(Locale.ROOT)))
        .isNotEmpty()
        .noneMatch(message -> message.startsWith("[visibuild/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax.ws.rs.GET", "io.micronaut.http.annotation.Get"})
  void verbOfAnotherLibrary_isNamed(String annotation) {
    String simpleName = annotation.substring(annotation.lastIndexOf('.') + 1);
    String packageName = annotation.substring(0, annotation.lastIndexOf('.'));
    List<String> problems =
        ReportedProblems.in(
            JavaFileObjects.forSourceString(
                annotation,
                "package "
                    + packageName
                    + "; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                    + " public @interface "
                    + simpleName
                    + " { String value() default \"\"; }"),
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @%s(\"/a\") String a(String p); }"
                    .formatted(annotation)));

    assertThat(problems)
        .containsExactly(
            "[visibuild/missing-verb] Api.a has no annotation for its HTTP request: this @%s is %s's, not Retrofit's."
                .formatted(simpleName, packageName));
  }
}
