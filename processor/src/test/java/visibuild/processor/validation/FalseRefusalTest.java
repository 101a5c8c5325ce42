package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/** Correct programs compile; a rule that one may break is a warning that can be silenced. */
@Tag("slow")
class FalseRefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@GET okhttp3.ResponseBody a(@Url String url); @GET okhttp3.ResponseBody b(@Url String url);",
        "@PATCH(\"x\") void a(@Body Map<String, String> body);"
            + " @PATCH(\"x\") void b(@Body Map<String, String> body);",
        "@PUT(\"x\") void open(@Body String body); @PUT(\"x\") void close(@Body String body);",
        "@GET(\"x\") String a(@QueryMap Map<String, String> all);"
            + " @GET(\"x\") String b(@QueryMap Map<String, String> all);",
        "@Multipart @POST(\"x\") void a(@Part(\"p\") String p);"
            + " @Multipart @POST(\"x\") void b(@Part(\"p\") String p);"
      })
  void requestThatTheCallerChooses_mayHaveSeveralMethods(String members) {
    assertThat(ReportedProblems.inMembers(members)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Result<T>(T value) {} @GET(\"x\") Result<Void> a();",
        "record Result<T>(T value) {} @GET(\"x\") Result<kotlin.Unit> a();",
        "record Result<T>(T value) {} @GET(\"x\") CompletableFuture<Result<Void>> a();",
        "record Result<T>(T value) {} @GET(\"x\") retrofit2.Response<Result<Void>> a();",
        "@GET(\"x\") Object a(kotlin.coroutines.Continuation<? super kotlin.Result<kotlin.Unit>> c);",
        "@GET(\"x\") List<Optional<String>> a();",
        "@GET(\"x\") Map<String, Void> a();",
        "@GET(\"x\") List<java.nio.file.Path> a();"
      })
  void typeThatJacksonDecodes_isAccepted(String members) {
    assertThat(ReportedProblems.inMembers(members)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visibuild:repeated-request | @GET(\"a\") String a(); %s @GET(\"a\") String b();",
        "visibuild:repeated-query | %s @GET(\"a\") String a(@Query(\"q\") String a, @Query(\"q\") String b);",
        "visibuild:repeated-name | %s @GET(\"a\") String a(@Header(\"H\") String a, @Header(\"H\") String b);",
        "visibuild:nullable-parameter | %s @GET(\"a/{p}\") String a(@Path(\"p\") @org.jspecify.annotations.Nullable String p);",
        "visibuild:optional-write | %s @PUT(\"a\") Optional<String> a();",
        "visibuild:unused-streaming | %s @Streaming @GET(\"a\") String a();",
        "visibuild:unused-data-key | %s @DataKey(\"k\") @PUT(\"a\") void a();",
        "visibuild:paging-parameter-spelling | %s @GET(\"a\") Paged<String> a(@Query(\"page_size\") int size);",
        "visibuild:undecodable-response | %s @GET(\"a\") Comparator a(); interface Comparator {}",
        "visibuild:lossy-body | %s @PUT(\"a\") void a(@Body java.io.File file);",
        "visibuild:repeated-api-path | %s @GET(\"api/core/v1/a\") String a();",
        "visibuild:generic-method | %s @GET(\"a\") <T> String a();",
        "visibuild:ignored-annotation | %s @GET(\"a\") default String a() { return \"\"; }"
      })
  void warning_isSilencedAtTheMethod(String ruleAndMembers) {
    String rule = ruleAndMembers.split(" \\| ", 2)[0];
    String members = ruleAndMembers.split(" \\| ", 2)[1];

    assertThat(ReportedProblems.inMembers(members.formatted("")))
        .singleElement()
        .asString()
        .startsWith("[" + rule.replace(':', '/') + "]");
    assertThat(ReportedProblems.inMembers(members.formatted("@SuppressWarnings(\"" + rule + "\")")))
        .isEmpty();
  }

  @Test
  void warning_isSilencedAtTheInterfaceAndAroundIt() {
    String methods = "{ @GET(\"a\") String a(); @GET(\"a\") String b(); }";
    String suppress = "@SuppressWarnings(\"visibuild:repeated-request\") ";

    assertThat(
            ReportedProblems.in(
                Compiling.source(
                    "Api",
                    suppress + "@VisibuildApi(scope = Scope.READ) interface Api " + methods)))
        .isEmpty();
    assertThat(
            ReportedProblems.in(
                Compiling.source(
                    "Outer",
                    suppress
                        + "class Outer { @VisibuildApi(scope = Scope.READ) interface Api "
                        + methods
                        + "}")))
        .isEmpty();
  }

  @Test
  void error_isNotSilenced() {
    assertThat(
            ReportedProblems.inMembers(
                "@SuppressWarnings(\"visibuild:path-leaves-api\") @GET(\"/a\") String a();"))
        .singleElement()
        .asString()
        .startsWith("[visibuild/path-leaves-api]");
  }

  @Test
  void interfaceWithoutMethods_hasAClientAndAWarning() {
    assertThat(
            ReportedProblems.in(
                Compiling.source(
                    "Api",
                    "@VisibuildApi(scope = Scope.READ) interface Api {} class User { Object a ="
                        + " ApiClient.class; }")))
        .singleElement()
        .asString()
        .startsWith("[visibuild/no-methods]");
  }
}
