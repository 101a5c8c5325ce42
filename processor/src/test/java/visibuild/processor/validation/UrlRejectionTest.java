package visibuild.processor.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

class UrlRejectionTest {
  @Test
  void aPathBesideAUrlParameterIsRefused() throws Exception {
    Rejection.ofMember("@GET(▸\"x\") String get(@Url String url);")
        .is(
            Rule.URL_BESIDE_PATH,
            "Api.get has a path and a parameter with @Url, but a request has one URL.",
            "Write @GET without a path, or remove the parameter.");
  }

  @Test
  void aPlaceholderBesideAUrlParameterIsRefused() throws Exception {
    Rejection.ofMember("@GET String get(@Url String url, ▸@Path(\"id\") String id);")
        .is(
            Rule.PATH_BESIDE_URL,
            "Api.get takes a whole URL, so there is no placeholder {id} to fill in.",
            "Take the parameter out, or replace the one with @Url by a path with {id}.");
  }

  @Test
  void aSecondUrlIsRefused() throws Exception {
    Rejection.ofMember("@GET String get(@Url String url, ▸@Url String other);")
        .is(
            Rule.SEVERAL_URLS,
            "Api.get gets its URL from two parameters.",
            "Keep one of the parameters with @Url.");
  }

  @Test
  void aUrlThatIsNoTextIsRefused() throws Exception {
    Rejection.ofMember("@GET String get(@Url java.net.URL ▸url);")
        .is(
            Rule.URL_TYPE,
            "The parameter url of Api.get is a URL, but its type is URL.",
            "Write @Url String url, or take a java.net.URI or an okhttp3.HttpUrl.");
  }

  @ParameterizedTest
  @CsvSource({
    "@Query(\"q\") String, @Query",
    "@QueryName String, @QueryName",
    "@QueryMap Map<String$ String>, @QueryMap"
  })
  void aPathAfterAQueryIsRefused(String query, String label) throws Exception {
    Rejection.ofMember(
            "@GET(\"x/{id}\") String get("
                + query.replace('$', ',')
                + " q, ▸@Path(\"id\") String id);")
        .is(
            Rule.PATH_AFTER_QUERY,
            "Api.get has @Path after " + label + ", but the path of a URL comes before its query.",
            "Move the parameter with @Path in front of those for the query.");
  }

  @Test
  void aUrlAfterAQueryIsRefused() throws Exception {
    Rejection.ofMember("@GET String get(@Query(\"q\") String q, ▸@Url String url);")
        .is(
            Rule.PATH_AFTER_QUERY,
            "Api.get has @Url after @Query, but the path of a URL comes before its query.",
            "Move the parameter with @Url in front of those for the query.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GET(\"x\") String get(@Query(\"q\") String a, @Query(▸\"q\") String b);",
        "@GET(\"x?q=1\") String get(@Query(▸\"q\") String b);"
      })
  void aQueryParameterThatIsSetTwiceIsRefused(String method) throws Exception {
    Rejection.ofMember(method)
        .is(
            Rule.REPEATED_QUERY,
            "The query parameter \"q\" of Api.get is set in two places.",
            "Keep one of them; for several values write @Query(\"q\") List<String> b.");
  }
}
