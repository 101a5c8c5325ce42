package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/** Inputs beside those of the field cases: correct programs compile, and others have one error. */
@Tag("slow")
class SiblingInputsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@GET okhttp3.ResponseBody a(@Url String u); @GET String b(@Url String u); @GET void c(@Url String u);",
        "@GET(\"x\") @Headers(\"Accept: text/csv\") String a(); @GET(\"x\") @Headers(\"Accept: text/plain\") String b();",
        "@GET(\"x\") String a(@Query(\"p\") String p); @GET(\"x\") String b(@Query(\"q\") String q);",
        "@GET(\"x?view=all\") String a(); @GET(\"x?view=mine\") String b();",
        "@GET(\"x/{a}\") String a(@Path(\"a\") String a); @GET(\"x/{a}/y\") String b(@Path(\"a\") String a);",
        "@GET(\"x\") String a(@HeaderMap Map<String, String> h); @GET(\"x\") String b(@HeaderMap Map<String, String> h);",
        "@GET(\"x\") Call<Void> a(); @GET(\"y\") CompletableFuture<Void> b(); @GET(\"z\") retrofit2.Response<Void> c();",
        "record Result<T>(T value) {} @GET(\"x\") Result<List<Void>> a(); @GET(\"y\") CompletableFuture<Result<List<String>>> b();",
        "@GET(\"x\") Object a(kotlin.coroutines.Continuation<? super kotlin.Unit> c);"
      })
  void correctInterface_compiles(String members) {
    assertThat(ReportedProblems.inMembers(members.replace("Call<Void>", "retrofit2.Call<Void>")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@feign.RequestLine(\"GET /x\") String get(); | feign.RequestLine",
        "@javax.ws.rs.GET String get(); | javax.ws.rs.GET",
        "@jakarta.ws.rs.POST String get(); | jakarta.ws.rs.POST",
        "@org.springframework.web.bind.annotation.GetMapping(\"x\") String get(); | org.springframework.web.bind.annotation.GetMapping",
        "@org.springframework.web.service.annotation.GetExchange(\"x\") String get(); | org.springframework.web.service.annotation.GetExchange",
        "@io.micronaut.http.annotation.Get(\"x\") String get(); | io.micronaut.http.annotation.Get"
      })
  void verbOfAnotherLibrary_isNamedOnce(String method, String annotation) {
    List<String> problems =
        ReportedProblems.in(
            JavaFileObjects.forSourceString(
                annotation,
                "package %s; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface %s { String value() default \"\"; }"
                    .formatted(
                        annotation.substring(0, annotation.lastIndexOf('.')),
                        annotation.substring(annotation.lastIndexOf('.') + 1))),
            Compiling.source(
                "Api", "@VisibuildApi(scope = Scope.READ) interface Api { " + method + " }"));

    assertThat(problems).singleElement().asString().startsWith("[visibuild/missing-verb]");
    String name = annotation.substring(annotation.lastIndexOf('.') + 1);
    assertThat(problems.get(0))
        .contains(
            "this @%s is %s's, not Retrofit's."
                .formatted(name, annotation.substring(0, annotation.lastIndexOf('.'))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import missing.*; @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); }",
        "import missing.Id; @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(@Query(Id.NAME) String a); }",
        "import static missing.Paths.X; @VisibuildApi(scope = Scope.READ) interface Api { @GET(X) String get(); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { record Site(missing.Id id) {} @GET(\"x\") Site get(); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { class Site extends missing.Base {} @GET(\"x\") Site get(); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { @missing.Marker record Site(String id) {} @GET(\"x\") Site get(); }",
        "@VisibuildApi(scope = Scope.READ, path = missing.Paths.API) interface Api { @GET(\"x\") String get(); }",
        "@VisibuildApi(scope = missing.Scopes.READ) interface Api { @GET(\"x\") String get(); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(@missing.Get(\"a\") String a); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { @missing.GET(\"x\") String get(); @missing.GET(\"y\") String list(); }"
      })
  void missingName_hasOnlyTheCompilersError(String source) {
    assertThat(ReportedProblems.in(Compiling.source("Api", source)))
        .isNotEmpty()
        .noneMatch(message -> message.startsWith("[visibuild/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") List<Hidden> get(); }",
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") Hidden[] get(); }",
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") Map<String, List<Hidden[]>> get(); }",
        "private static class Hidden { record Part(String id) {} } @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") Hidden.Part get(); }",
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") CompletableFuture<retrofit2.Response<Hidden>> get(); }"
      })
  void privateTypeInsideAnother_isReportedAtTheInterface(String members) {
    assertThat(ReportedProblems.in(Compiling.source("Api", "class Api { " + members + " }")))
        .singleElement()
        .asString()
        .startsWith("[visibuild/inaccessible-type]");
  }

  @Test
  void protectedTypeOfASuperclassInAnotherPackage_isReported() {
    assertThat(
            ReportedProblems.in(
                JavaFileObjects.forSourceString(
                    "other.Base",
                    "package other; public class Base { protected record Hidden(String id) {} }"),
                Compiling.source(
                    "Api",
                    "class Api extends other.Base { @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") List<Hidden> get(); } }")))
        .singleElement()
        .asString()
        .startsWith("[visibuild/inaccessible-type]");
  }
}
