package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.ReportedProblems;

/**
 * Annotations of other HTTP libraries: the message names the one of Retrofit's to write instead.
 */
@Tag("slow")
class ForeignRequestAnnotationTest {
  private static final Pattern USE = Pattern.compile("@((?:\\w+\\.)+)(\\w+)(?:\\([^()]*\\))?");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GET(\"x/{id}\") String a(@javax.ws.rs.Path(\"id\") String id); | @Path(\"id\")",
        "@GET(\"x/{id}\") String a(@jakarta.ws.rs.PathParam(\"id\") String number); | @Path(\"id\")",
        "@GET(\"x/{id}\") String a(@org.springframework.web.bind.annotation.PathVariable String id); | @Path(\"id\")",
        "@GET(\"x\") String a(@javax.ws.rs.QueryParam(\"q\") String text); | @Query(\"q\")",
        "@GET(\"x\") String a(@org.springframework.web.bind.annotation.RequestParam(name = \"q\") String text); | @Query(\"q\")",
        "@GET(\"x\") String a(@io.micronaut.http.annotation.QueryValue String q); | @Query(\"q\")",
        "@GET(\"x\") String a(@retrofit.http.Query(\"q\") String text); | @Query(\"q\")",
        "@GET(\"x/{id}\") String a(@feign.Param(\"id\") String number); | @Path(\"id\")",
        "@GET(\"x\") String a(@feign.Param(\"q\") String text); | @Query(\"q\")",
        "@GET(\"x\") String a(@org.springframework.web.bind.annotation.RequestHeader(\"X-A\") String a); | @Header(\"X-A\")",
        "@PUT(\"x\") void a(@org.springframework.web.bind.annotation.RequestBody String a); | @Body",
        "@PUT(\"x\") void a(@io.micronaut.http.annotation.Body String a); | @Body",
        "@javax.ws.rs.GET @javax.ws.rs.Path(\"/x/y\") String a(); | @GET(\"x/y\")",
        "@jakarta.ws.rs.DELETE String a(); | @DELETE(\"projects\")",
        "@org.springframework.web.bind.annotation.GetMapping(path = \"/x\") String a(); | @GET(\"x\")",
        "@org.springframework.web.bind.annotation.RequestMapping(value = \"/x\", method = \"PUT\") String a(); | @PUT(\"x\")",
        "@org.springframework.web.bind.annotation.RequestMapping(\"/api/core/v1/x\") String a(); | @GET(\"x\")",
        "@org.springframework.web.service.annotation.HttpExchange(url = \"/x\", method = \"POST\") String a(); | @POST(\"x\")",
        "@io.micronaut.http.annotation.Get(uri = \"/x{?page,size}\") String a(); | @GET(\"x\")",
        "@feign.RequestLine(\"GET /x?page={page}\") String a(); | @GET(\"x\")",
        "@feign.RequestLine(\"PUT /x?all=true\") String a(); | @PUT(\"x?all=true\")",
        "@retrofit.http.GET(\"/x\") String a(); | @GET(\"x\")"
      })
  void annotationOfAnotherLibrary_isNamedWithRetrofits(String method, String remedy) {
    Matcher use = USE.matcher(method);
    assertThat(use.find()).isTrue();
    String qualified = use.group(1) + use.group(2);
    String rule = method.startsWith("@" + qualified) ? "missing-verb" : "parameter-without-purpose";
    String correction = remedy.replaceFirst("\\(.*", "");

    List<String> problems = problemsIn(method);

    assertThat(problems).singleElement().asString().startsWith("[visibuild/" + rule + "]");
    assertThat(problems.get(0))
        .contains(
            ": this @%s is %s's, not Retrofit's.\n"
                .formatted(use.group(2), use.group(1).replaceFirst("\\.$", "")))
        .endsWith(
            "Import retrofit2.http.%s and write %s.".formatted(correction.substring(1), remedy));
    String corrected =
        USE.matcher(
                method.replaceFirst(Pattern.quote(use.group()), Matcher.quoteReplacement(remedy)))
            .replaceAll("");
    assertThat(problemsIn(corrected)).as(corrected).isEmpty();
  }

  /** Its annotations have no retention: a message needs them in the source only. */
  private static List<String> problemsIn(String method) {
    List<JavaFileObject> sources = new ArrayList<>();
    Matcher use = USE.matcher(method);
    while (use.find()) {
      String packageName = use.group(1).replaceFirst("\\.$", "");
      sources.add(
          JavaFileObjects.forSourceString(
              packageName + "." + use.group(2),
              "package %s; public @interface %s { String value() default \"\"; String[] path() default {}; String name() default \"\"; String uri() default \"/\"; String url() default \"\"; String method() default \"\"; }"
                  .formatted(packageName, use.group(2))));
    }
    sources.add(
        Compiling.source(
            "Api",
            "@VisibuildApi(scope = Scope.READ_WRITE) interface Api { %s @DELETE(\"rest\") void rest(); }"
                .formatted(method)));
    return ReportedProblems.of(sources).stream()
        .filter(message -> !message.startsWith("[" + Rule.REPEATED_REQUEST.id()))
        .toList();
  }
}
