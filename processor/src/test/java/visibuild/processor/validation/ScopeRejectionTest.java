package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Rejection;
import visibuild.processor.testing.ReportedProblems;

class ScopeRejectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aVerbThatWritesIsRefusedInAReadInterface(String verb) throws Exception {
    Rejection.ofMember("@" + verb + "(\"tickets\")\nvoid ▸change();")
        .is(
            Rule.WRITE_IN_READ_API,
            "Api.change writes (" + verb + "), but Api declares Scope.READ.",
            "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that does."
                + (verb.equals("POST")
                    ? " If this POST only reads, add @RequiresScope(Scope.READ) to the method."
                    : ""));
  }

  @ParameterizedTest
  @CsvSource({"READ, PUT", "READ, PATCH", "READ, DELETE", "READ_WRITE, DELETE"})
  void aWriteDeclaredAsReadIsRefused(String scope, String verb) throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.%s)
            interface Api {
              @RequiresScope(Scope▸.READ) @%s("tickets") void change();
            }
            """
                .formatted(scope, verb))
        .is(
            Rule.SCOPE_TOO_NARROW,
            "Api.change requires Scope.READ, but a "
                + verb
                + " counts as a write: only a POST can be declared a read.",
            "Take @RequiresScope out, and declare the method in an interface with @VisibuildApi(scope = Scope.READ_WRITE). If the request only reads, send it as a GET or a POST.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PURGE", "SEARCH", "PROPFIND", "X"})
  void aWriteByHttpDeclaredAsReadIsRefused(String verb) throws Exception {
    Rejection.ofMember(
            "@RequiresScope(Scope▸.READ) @HTTP(method = \""
                + verb
                + "\", path = \"x\") void change();")
        .is(
            Rule.SCOPE_TOO_NARROW,
            "Api.change requires Scope.READ, but a "
                + verb
                + " counts as a write: only a POST can be declared a read.",
            "Take @RequiresScope out, and declare the method in an interface with @VisibuildApi(scope = Scope.READ_WRITE). If the request only reads, send it as a GET or a POST.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@POST", "@HTTP(method = \"POST\", hasBody = true)"})
  void postWhoseCallerChoosesTheUrl_isNoDeclaredRead(String verb) throws Exception {
    Rejection.ofMember(
            "@RequiresScope(Scope▸.READ) "
                + verb
                + " String search(@Url String url, @Body String text);")
        .is(
            Rule.SCOPE_TOO_NARROW,
            "Api.search requires Scope.READ, but its caller chooses the URL: only a POST with a path"
                + " can be declared a read.",
            "Take @RequiresScope out, and declare the method in an interface with @VisibuildApi(scope = Scope.READ_WRITE). If the request only reads, replace the parameter with @Url by a path in @POST.");
  }

  @Test
  void postByHttp_mayBeDeclaredARead() {
    assertThat(
            ReportedProblems.inMembers(
                "@RequiresScope(Scope.READ) @HTTP(method = \"POST\", path = \"x\", hasBody = true)"
                    + " Paged<String> search(@Body String text);"))
        .isEmpty();
  }

  @Test
  void aVerbOfItsOwnIsRefusedInAReadInterface() throws Exception {
    Rejection.ofMember("@HTTP(method = \"PURGE\", path = \"tickets\") void ▸purge();")
        .is(
            Rule.WRITE_IN_READ_API,
            "Api.purge writes (PURGE), but Api declares Scope.READ.",
            "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that does.");
  }

  @Test
  void aStatedWriteIsRefusedInAReadInterface() throws Exception {
    Rejection.ofMember("@RequiresScope(Scope▸.READ_WRITE)\n@GET(\"touch\") void touch();")
        .is(
            Rule.WRITE_IN_READ_API,
            "Api.touch requires Scope.READ_WRITE, but Api declares Scope.READ.",
            "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that does.");
  }

  @Test
  void aWriteThatIsInheritedIsRefusedWhereItIsDeclared() throws Exception {
    Rejection.of(
            """
            interface Writing {
              @POST("tickets") void ▸change();
            }
            @VisibuildApi(scope = Scope.READ)
            interface Api extends Writing {
              @GET("tickets") String get();
            }
            """)
        .is(
            Rule.WRITE_IN_READ_API,
            "Writing.change writes (POST), but Api declares Scope.READ.",
            "Declare @VisibuildApi(scope = Scope.READ_WRITE), or move the method to an interface that does. If this POST only reads, add @RequiresScope(Scope.READ) to the method.");
  }

  @Test
  void aReadWriteInterfaceInWhichNothingWritesIsRefusedAtTheScope() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(
                path = "api/v2/",
                scope = Scope▸.READ_WRITE)
            interface Api {
              @GET("tickets") String get();
              @RequiresScope(Scope.READ) @POST("search") String search();
            }
            """)
        .is(
            Rule.SCOPE_TOO_WIDE,
            "Api declares Scope.READ_WRITE, but none of its methods writes.",
            "Declare what it needs: @VisibuildApi(scope = Scope.READ).");
  }

  @Test
  void aParameterThatStatesTheScopeIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Tag Scope ▸wanted);")
        .is(
            Rule.SCOPE_TAG,
            "The parameter wanted of Api.get does not set the scope of the request.",
            "Remove it, and declare the scope on the method: @RequiresScope(Scope.READ) or @RequiresScope(Scope.READ_WRITE).");
  }
}
