package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.validation.Rule;

class PathRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tickets | begins with a slash",
        "//evil.example/x | begins with a slash",
        "https://evil.example/x | is a whole URL",
        "HTTP:x | is a whole URL",
        "../tickets | has a segment \".\" or \"..\"",
        "a/.. | has a segment \".\" or \"..\"",
        "a/./b?x=1 | has a segment \".\" or \"..\"",
        "a/%2e%2E/b | has a segment \".\" or \"..\""
      })
  void aPathThatLeavesTheApiIsRefused(String path, String wayOut) throws Exception {
    Rejection.ofMember("@GET(▸\"" + path + "\") String get();")
        .is(
            Rule.PATH_LEAVES_API,
            "The path \""
                + path
                + "\" of Api.get "
                + wayOut
                + ", which leads out of \"api/core/v1/\".",
            "Write the path below that, such as @GET(\"projects\"); another API is an interface of"
                + " its own, with @VisibuildApi(path = ...).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a\\\\b|a\\b|has a backslash, which is sent as a slash|Write a slash.",
        "a#b|a#b|has a fragment, which is never sent"
            + "|Leave out what begins with \"#\"; write %23 for the character itself.",
        "a?b=c#d|a?b=c#d|has a fragment, which is never sent"
            + "|Leave out what begins with \"#\"; write %23 for the character itself.",
        "a\\tb|a\\u0009b|has a control character (U+0009), which is dropped or sent as an escape"
            + "|Leave it out.",
        " /a| /a|has a space at its beginning or end, which is dropped|Leave it out.",
        "%61dmin|%61dmin|has %61, which a server reads as a|Write a.",
        "a%2Db|a%2Db|has %2D, which a server reads as -|Write -.",
        "a%00|a%00|has %00, which stands for a control character|Leave it out."
      })
  void aPathThatIsRequestedAsAnotherIsRefused(
      String path, String shown, String flaw, String instead) throws Exception {
    Rejection.ofMember("@GET(▸\"" + path + "\") String get();")
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
            "The path \"/x\" of Api.get begins with a slash, which leads out of \"api/core/v1/\".",
            "Write the path below that, such as @HTTP(method = \"GET\", path = \"projects\");"
                + " another API is an interface of its own, with @VisibuildApi(path = ...).");
  }

  @Test
  void aMethodWithoutAPathIsRefused() throws Exception {
    Rejection.ofMember("▸@GET String get();")
        .is(
            Rule.MISSING_PATH,
            "Api.get does not say which path its request goes to.",
            "Write the path below the interface's, such as @GET(\"projects\").");
  }

  @Test
  void aPlaceholderInTheQueryIsRefused() throws Exception {
    Rejection.ofMember("@GET(▸\"x?sort={sort}\") String get();")
        .is(
            Rule.QUERY_PLACEHOLDER,
            "{sort} stands in the query of Api.get, where nothing is filled in.",
            "Take it out of the path, and write a parameter: @Query(\"sort\").");
  }

  @Test
  void aPlaceholderWithoutAValueIsRefused() throws Exception {
    Rejection.ofMember("@GET(▸\"x/{id}\") String get();")
        .is(
            Rule.UNFILLED_PLACEHOLDER,
            "{id} in the path of Api.get gets no value.",
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
            "Write {id} into the path where the value belongs, or use @Query(\"id\").");
  }

  @Test
  void aPlaceholderWithTwoValuesIsRefusedAtTheSecond() throws Exception {
    Rejection.ofMember(
            "@GET(\"x/{id}\") String get(@Path(\"id\") String a, @Path(▸\"id\") String b);")
        .is(
            Rule.REPEATED_PLACEHOLDER,
            "{id} of Api.get gets a value from two parameters.",
            "Keep one of the parameters with @Path(\"id\").");
  }

  @Test
  void aNameThatNoPlaceholderCanHaveIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x/{1d}\") String get(@Path(▸\"1d\") String id);")
        .is(
            Rule.PLACEHOLDER_NAME,
            "\"1d\" of Api.get is a name that no placeholder can have.",
            "Begin with a letter, and go on with letters, digits, underscores and hyphens, all"
                + " ASCII.");
  }

  @ParameterizedTest
  @CsvSource({"x/{1d}, {1d}", "x/{id, {id", "x/}, }", "x/{}, {}"})
  void bracesThatAreNoPlaceholderAreRefused(String path, String braces) throws Exception {
    Rejection.ofMember("@GET(▸\"" + path + "\") String get();")
        .is(
            Rule.MALFORMED_PLACEHOLDER,
            braces + " in the path of Api.get is no placeholder.",
            "Write {name}: begin with a letter, and go on with letters, digits, underscores and"
                + " hyphens, all ASCII.");
  }
}
