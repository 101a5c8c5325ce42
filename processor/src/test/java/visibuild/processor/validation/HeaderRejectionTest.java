package visibuild.processor.validation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class HeaderRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GET(\"x\") String get(@Header(▸\"authorization\") String token);",
        "@Headers(▸\"Authorization: Bearer x\") @GET(\"x\") String get();",
        "@Headers({\"A: b\", ▸\"AUTHORIZATION: x\"}) @GET(\"x\") String get();"
      })
  void anAuthorizationHeaderIsRefused(String method) throws Exception {
    Rejection.ofMember(method)
        .is(
            Rule.AUTHORIZATION_HEADER,
            "Api.get sets the Authorization header itself.",
            "Take it out: each call gets the narrowest token that serves it from the access that"
                + " the client is made with.");
  }

  @Test
  void headersWithoutAHeaderAreRefused() throws Exception {
    Rejection.ofMember("▸@Headers({}) @GET(\"x\") String get();")
        .is(
            Rule.EMPTY_HEADERS,
            "Api.get has @Headers without a header.",
            "Write one, such as @Headers(\"Accept-Language: en\"), or take the annotation out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept | is not of the form \"Name: value\"",
        "Accept: | is not of the form \"Name: value\"",
        ":en | is not of the form \"Name: value\"",
        "Accept Language: en | has a name that no header can have",
        "Städte: en | has a name that no header can have",
        "City: Köln | has the character ö, which no header can have"
      })
  void aHeaderThatHttpCannotCarryIsRefused(String header, String flaw) throws Exception {
    Rejection.ofMember("@Headers({\"A: b\", ▸\"" + header + "\"}) @GET(\"x\") String get();")
        .is(
            Rule.MALFORMED_HEADER,
            "The header \"" + header + "\" of Api.get " + flaw + ".",
            "Write a name of ASCII letters and hyphens, a colon and a value, such as"
                + " \"Accept-Language: en\".");
  }

  @ParameterizedTest
  @CsvSource({"json", "application/json charset=utf-8", "application/"})
  void aContentTypeThatIsNoneIsRefused(String type) throws Exception {
    Rejection.ofMember("@Headers(▸\"Content-Type: " + type + "\") @GET(\"x\") String get();")
        .is(
            Rule.MALFORMED_CONTENT_TYPE,
            "\"" + type + "\" of Api.get is no content type.",
            "Write type, slash and subtype, such as \"Content-Type: application/json\".");
  }

  @ParameterizedTest
  @CsvSource({"''", "Accept Language", "Accept:"})
  void aNameThatNoHeaderCanHaveIsRefused(String name) throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Header(▸\"" + name + "\") String a);")
        .is(
            Rule.HEADER_NAME,
            "\"" + name + "\" of Api.get is a name that no header can have.",
            "Use ASCII letters, digits and hyphens, such as @Header(\"Accept-Language\").");
  }
}
