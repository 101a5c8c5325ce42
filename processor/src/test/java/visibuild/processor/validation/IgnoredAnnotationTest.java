package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

/** Request annotations on methods that make no request. */
@Tag("slow")
class IgnoredAnnotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "▸@GET(\"x\") default String first() { return \"\"; } | @GET is",
        "▸@RequiresScope(Scope.READ) default void first() {} | @RequiresScope is",
        "default String first(▸@Path(\"id\") String id) { return id; } | @Path is",
        "@Deprecated ▸@POST(\"x\") static void first(@Body String id) {} | @POST, @Body are",
      })
  void whatIsSaidOfARequestOnAMethodWithABodyIsRefused(String method, String effect)
      throws Exception {
    Rejection.ofMember("@GET(\"rest\") String rest();\n" + method)
        .is(
            Rule.IGNORED_ANNOTATION,
            "Api.first has a body, which runs instead of a request, so its " + effect + " ignored.",
            "Remove the body; or remove "
                + effect.substring(0, effect.lastIndexOf(' '))
                + ", and call a method without a body.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "▸@GET(\"x\") String toString(); | toString | @GET is",
        "▸@HTTP(method = \"GET\", path = \"x\") int hashCode(); | hashCode | @HTTP is",
        "▸@POST(\"x\") boolean equals(@Body Object other); | equals | @POST, @Body are"
      })
  void aRequestThatEveryObjectHandlesItselfIsRefused(String method, String name, String effect)
      throws Exception {
    Rejection.ofMember("@GET(\"rest\") String rest();\n" + method)
        .is(
            Rule.IGNORED_ANNOTATION,
            "Api."
                + name
                + " is a method of Object, so it makes no request and its "
                + effect
                + " ignored.",
            "Give the method another name.");
  }

  @Test
  void aBodyOfKotlinsHasNoRequestEither() throws Exception {
    Rejection.ofMember(
            """
            @GET("rest") String rest();
            ▸@GET("x") String first();
            final class DefaultImpls {
              public static String first(Api self) { return self.rest(); }
            }
            """)
        .is(
            Rule.IGNORED_ANNOTATION,
            "Api.first has a body, which runs instead of a request, so its @GET is ignored.",
            "Remove the body; or remove @GET, and call a method without a body.");
  }

  @Test
  void anIgnoredRequestIsTheOnlyThingThatIsSaidOfItsInterface() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @GET("x") String x(); ▸@POST("x") default void write() {} }
            """)
        .is(
            Rule.IGNORED_ANNOTATION,
            "Api.write has a body, which runs instead of a request, so its @POST is ignored.",
            "Remove the body; or remove @POST, and call a method without a body.");
  }

  @Test
  void aRequestMayBeReplacedByABodyAndABodyByARequest() {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "Api",
                    """
                    @VisibuildApi(scope = Scope.READ) interface Api extends Base {
                      @Override default String replaced() { return rest(); }
                      @GET("rest") @Override String rest();
                    }
                    interface Base {
                      @GET("x") String replaced();
                      @GET("old") default String rest() { return ""; }
                    }
                    """)));

    assertThat(compilation.errors()).isEmpty();
  }
}
