package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class PathRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tickets/{id} | begins with a slash | tickets/{id}",
        "/api/core/v1/tickets | begins with a slash | tickets",
        "/tickets | begins with a slash | tickets",
        "//evil.example/x | begins with a slash | x",
        "https://evil.example/x | is a whole URL | x",
        "HTTP:x | is a whole URL | x",
        "../tickets | has a segment \".\" or \"..\" | tickets",
        "a/.. | has a segment \".\" or \"..\" | a",
        "a/./b?x=1 | has a segment \".\" or \"..\" | a/b?x=1",
        "a/%2e%2E/b | has a segment \".\" or \"..\" | a/b"
      })
  void aPathThatLeavesTheApiIsRefused(String path, String reason, String remedy) throws Exception {
    Rejection.ofMember(
            "@GET(▸\""
                + path
                + "\") String get("
                + (path.contains("{id}") ? "@Path(\"id\") String id" : "")
                + ");")
        .is(
            Rule.PATH_LEAVES_API,
            "The path \""
                + path
                + "\" of Api.get "
                + reason
                + ", so the request would leave \"api/core/v1/\".",
            "Write @GET(\"" + remedy + "\").");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a\\\\b|a\\b|has a backslash, which is sent as a slash|Write a slash.",
        "a#b|a#b|has a fragment, which is never sent|Leave out what begins with \"#\"; write %23 for the character itself.",
        "a?b=c#d|a?b=c#d|has a fragment, which is never sent|Leave out what begins with \"#\"; write %23 for the character itself.",
        "a\\tb|a\\u0009b|has a control character (U+0009), which is dropped or sent as an escape|Leave it out.",
        " /a| /a|has a space at its beginning or end, which is dropped|Leave it out.",
        "%61dmin|%61dmin|has %61, which a server reads as a|Write a.",
        "a%2Db|a%2Db|has %2D, which a server reads as -|Write -.",
        "a%00|a%00|has %00, which stands for a control character|Leave it out."
      })
  void aPathThatIsRequestedAsAnotherIsRefused(
      String path, String shown, String flaw, String instead) throws Exception {
    Rejection.ofMember(
            "@GET(▸\""
                + path
                + "\") String get("
                + (path.contains("{id}") ? "@Path(\"id\") String id" : "")
                + ");")
        .is(Rule.PATH_SPELLING, "The path \"" + shown + "\" of Api.get " + flaw + ".", instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b/%2F/%C3%BC", "a b", "ü", "a?b=%61", "50%", "a;b=c"})
  void aPathThatNeedsItsSpellingIsLeftAlone(String path) {
    Compilation compilation =
        Compiling.compile(
            List.of(
                Compiling.source(
                    "Api",
                    "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\""
                        + path
                        + "\") String get(); }")));
    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aPathOfAnOwnVerbIsRefusedAtItsValue() throws Exception {
    Rejection.ofMember("@HTTP(method = \"GET\", path = ▸\"/x\") String get();")
        .is(
            Rule.PATH_LEAVES_API,
            "The path \"/x\" of Api.get begins with a slash, so the request would leave \"api/core/v1/\".",
            "Write @HTTP(method = \"GET\", path = \"x\").");
  }

  @Test
  void aMethodWithoutAPathIsRefused() throws Exception {
    Rejection.ofMember("▸@GET String get();")
        .is(
            Rule.MISSING_PATH,
            "Api.get has no path.",
            "Write the path below that of the interface, such as @GET(\"projects\").");
  }

  @Test
  void aPlaceholderInTheQueryIsRefused() throws Exception {
    Rejection.ofMember("@GET(▸\"x?sort={sort}\") String get();")
        .is(
            Rule.QUERY_PLACEHOLDER,
            "{sort} stands in the query of Api.get, but Retrofit fills placeholders only in the path.",
            "Remove it, and add a parameter: @Query(\"sort\") String sort.");
  }

  @Test
  void aPlaceholderWithoutAValueIsRefused() throws Exception {
    Rejection.ofMember("@GET(▸\"x/{id}\") String get();")
        .is(
            Rule.UNFILLED_PLACEHOLDER,
            "No parameter fills {id} in the path of Api.get.",
            "Add a parameter: @Path(\"id\") String id.");
  }

  @Test
  void aNearlyRightNameGetsASuggestion() throws Exception {
    Rejection.ofMember("@GET(\"x/{projectId}\") String get(@Path(▸\"projectID\") String id);")
        .is(
            Rule.UNKNOWN_PLACEHOLDER,
            "The path \"x/{projectId}\" of Api.get has no {projectID}.",
            "Did you mean @Path(\"projectId\")?");
  }

  @Test
  void aPathParameterWithoutAPlaceholderIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Path(▸\"id\") String id);")
        .is(
            Rule.UNKNOWN_PLACEHOLDER,
            "The path \"x\" of Api.get has no {id}.",
            "Add {id} to the path where the value belongs, or use @Query(\"id\").");
  }

  @Test
  void aPlaceholderWithTwoValuesIsRefusedAtTheSecond() throws Exception {
    Rejection.ofMember(
            "@GET(\"x/{id}\") String get(@Path(\"id\") String a, @Path(▸\"id\") String b);")
        .is(
            Rule.REPEATED_PLACEHOLDER,
            "Two parameters of Api.get fill {id}.",
            "Keep one of the parameters with @Path(\"id\").");
  }

  @Test
  void aNameThatNoPlaceholderCanHaveIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x/{1d}\") String get(@Path(▸\"1d\") String id);")
        .is(
            Rule.PLACEHOLDER_NAME,
            "\"1d\" of Api.get is not a valid name for a placeholder.",
            "Write @Path(\"d\") and {d}: an ASCII letter, followed by ASCII letters, digits, underscores and hyphens.");
  }

  @ParameterizedTest
  @CsvSource({
    "x/{1d}, {1d}, d",
    "x/{id, {id, id",
    "x/}, }, id",
    "x/{}, {}, id",
    "x/{ticket id}, {ticket id}, ticketId"
  })
  void bracesThatAreNoPlaceholderAreRefused(String path, String braces, String name)
      throws Exception {
    Rejection.ofMember(
            "@GET(▸\""
                + path
                + "\") String get("
                + (path.contains("{id}") ? "@Path(\"id\") String id" : "")
                + ");")
        .is(
            Rule.MALFORMED_PLACEHOLDER,
            braces + " in the path of Api.get is not a placeholder.",
            "Write {"
                + name
                + "}: an ASCII letter, followed by ASCII letters, digits, underscores and hyphens.");
  }
}
