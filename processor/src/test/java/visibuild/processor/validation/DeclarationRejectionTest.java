package visibuild.processor.validation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class DeclarationRejectionTest {
  @ParameterizedTest
  @CsvSource({
    "▸class Api {}, a class",
    "abstract ▸class Api {}, a class",
    "▸enum Api {}, an enum",
    "▸record Api() {}, a record",
    "@▸interface Api {}, an annotation type"
  })
  void onlyAnInterfaceIsAnnotated(String declaration, String kind) throws Exception {
    Rejection.of("@VisibuildApi(scope = Scope.READ)\n" + declaration)
        .is(
            Rule.NOT_AN_INTERFACE,
            "Api is " + kind + ", but @VisibuildApi describes an API by an interface.",
            "Write: interface Api { ... }, and let the processor write the class.");
  }

  @Test
  void aGenericInterfaceIsRefused() throws Exception {
    Rejection.of("@VisibuildApi(scope = Scope.READ) ▸interface Api<T, N> { @POST(\"x\") T a(); }")
        .is(
            Rule.GENERIC_INTERFACE,
            "Api has the type variables T, N, which no request can fill in.",
            "Take @VisibuildApi off it, and annotate an interface that extends it with the types"
                + " filled in: interface TicketsApi extends Api<Ticket>.");
  }

  @Test
  void anInterfaceInAPrivateTypeIsRefused() throws Exception {
    Rejection.of(
            """
            class Outer {
              private static class Hidden {
                @VisibuildApi(scope = Scope.READ) ▸interface Api { @GET("x") String get(); }
              }
            }
            """)
        .is(
            Rule.PRIVATE_INTERFACE,
            "Outer.Hidden.Api is private, or inside a private type, so its client could not name"
                + " it.",
            "Leave out \"private\"; package-private is enough.");
  }

  @Test
  void aSealedInterfaceIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ)
            sealed ▸interface Api { @GET("x") String get(); }
            record Only() implements Api { public String get() { return ""; } }
            """)
        .is(
            Rule.SEALED_INTERFACE,
            "Api is sealed, so its client may not implement it.",
            "Leave out \"sealed\" and \"permits\".");
  }

  @Test
  void anInterfaceWithoutAbstractMethodsIsRefused() throws Exception {
    Rejection.of(
            "@VisibuildApi(scope = Scope.READ_WRITE)\n▸interface Api { default void help() {} }")
        .is(
            Rule.NO_METHODS,
            "Api has no abstract method, so its client has nothing to call.",
            "Declare a method, such as: @GET(\"projects\") Paged<Project> list();");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "/api/v2/ | begins with a slash",
        "https://evil.example/api/ | is a whole URL",
        "api/../admin/ | has a segment \".\" or \"..\"",
        "api/%2E%2e/admin/ | has a segment \".\" or \"..\"",
        "api/?page=1/ | has a query or a fragment, but methods' paths continue it",
        "api/{tenant}/ | has a placeholder, but only methods have parameters to fill one",
        "api/v2 | does not end with a slash, so methods' paths would be glued to it",
        "api//v2/ | has an empty segment or a character that a URL's path cannot have",
        "api/v 2/ | has an empty segment or a character that a URL's path cannot have"
      })
  void aPathThatOthersCannotContinueIsRefused(String path, String flaw) throws Exception {
    Rejection.of(
            "@VisibuildApi(scope = Scope.READ, path = ▸\""
                + path
                + "\")\ninterface Api { @GET(\"x\") String get(); }")
        .is(
            Rule.API_PATH,
            "The path \"" + path + "\" of @VisibuildApi " + flaw + ".",
            "Write a path below Visibuild's origin that ends with a slash, such as"
                + " \"api/core/v1/\" or \"api/v2/\".");
  }

  @Test
  void aClassWithTheNameOfTheClientIsReported() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ) ▸interface Api { @GET("x") String get(); }
            class ApiClient {}
            """)
        .is(
            Rule.CLIENT_NAME_TAKEN,
            "The client of Api would be api.ApiClient, but there is a class of that name.",
            "Give one of them another name; or, if it is the client from an earlier compilation, remove the folder of generated sources from the sources.");
  }
}
