package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/** Values without a useful text, overrides of the verb, and types that the client cannot access. */
@Tag("slow")
class ForbiddenValuesTest {
  @ParameterizedTest
  @CsvSource({
    "Date",
    "java.sql.Timestamp",
    "Calendar",
    "GregorianCalendar",
    "Optional<String>",
    "com.google.common.base.Optional<String>",
    "TimeZone",
    "Plain",
    "okhttp3.MultipartBody.Part",
    "java.util.function.Supplier<String>"
  })
  void typeWithoutAUsefulText_isRefusedInEachPlace(String type) {
    for (String use : new String[] {"@Query(\"a\")", "@Header(\"a\")", "@Path(\"a\")"}) {
      assertThat(
              ReportedProblems.inMembers(
                  "class Plain { public String a = \"\"; } @GET(\"x/{a}\") String get("
                      + (use.startsWith("@Path") ? "" : "@Path(\"a\") String p, ")
                      + use
                      + " "
                      + type
                      + " a);"))
          .as(use)
          .singleElement()
          .asString()
          .startsWith("[visibuild/value-without-text]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.time.Instant",
        "java.time.ZonedDateTime",
        "java.time.OffsetDateTime",
        "java.time.LocalDateTime",
        "java.time.LocalDate",
        "java.time.Duration",
        "java.time.Year",
        "UUID",
        "Thread.State",
        "java.math.BigDecimal",
        "Integer",
        "java.net.URI",
        "Object",
        "Comparable<String>",
        "Named"
      })
  void typeWithAText_isAccepted(String type) {
    assertThat(
            ReportedProblems.inMembers(
                "class Base { @Override public String toString() { return \"\"; } } class Named"
                    + " extends Base {} @GET(\"x\") String get(@Query(\"a\") "
                    + type
                    + " a);"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Headers(\"X-HTTP-Method-Override: DELETE\") @POST(\"x\") void a();",
        "@Headers({\"A: b\", \"x-http-method : PUT\"}) @POST(\"x\") void a();",
        "@POST(\"x\") void a(@Header(\"X-Method-Override\") String verb);",
        "@POST(\"x\") void a(@Header(\"x_http_method_override\") String verb);",
        "@POST(\"x?a=b&%5Fmethod=DELETE\") void a();",
        "@POST(\"x?_METHOD=DELETE\") void a();",
        "@POST(\"x?_m%65thod=DELETE\") void a();",
        "@FormUrlEncoded @POST(\"x\") void a(@Field(value = \"%5Fmethod\", encoded = true) String verb);",
        "@Multipart @POST(\"x\") void a(@Part(\"_METHOD\") okhttp3.RequestBody verb);",
        "@FormUrlEncoded @POST(\"x\") void a(@Field(\"_method\") String verb);",
        "@Multipart @POST(\"x\") void a(@Part(\"_method\") String verb);",
        "@POST(\"x\") void a(@Query(\"_method\") String verb);",
        "@POST(\"x?_method=DELETE\") void a();"
      })
  void overrideOfTheVerb_isRefused(String members) {
    assertThat(ReportedProblems.inMembers(members))
        .allMatch(
            message ->
                message.startsWith("[visibuild/method-override]")
                    || message.startsWith("[visibuild/malformed-header]"))
        .anyMatch(message -> message.startsWith("[visibuild/method-override]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Api {"
            + " @GET(\"x\") Hidden a(); }",
        "private record Hidden(String id) {} @VisibuildApi(scope = Scope.READ) interface Api {"
            + " @RequiresScope(Scope.READ) @POST(\"x\") String a(@Body List<Hidden> a); }",
        "private static class In { record Hidden(String id) {} }"
            + " @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") In.Hidden[] a(); }",
        "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Inherited a(); }"
      })
  void typeThatTheClientCannotAccess_isRefusedAtItsUse(String members) {
    assertThat(
            ReportedProblems.in(
                JavaFileObjects.forSourceString(
                    "other.Base",
                    "package other; public class Base { protected record Inherited(String id) {} }"),
                Compiling.source("Outer", "class Outer extends other.Base { " + members + " }")))
        .singleElement()
        .asString()
        .startsWith("[visibuild/inaccessible-type]");
  }
}
