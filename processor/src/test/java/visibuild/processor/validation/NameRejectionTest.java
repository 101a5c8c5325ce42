package visibuild.processor.validation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class NameRejectionTest {
  @Test
  void aHeaderThatTwoParametersSetIsRefusedInAnyCase() throws Exception {
    Rejection.ofMember(
            "@GET(\"x\") String get(@Header(\"X-A\") String a, @Header(▸\"x-a\") String b);")
        .is(
            Rule.REPEATED_NAME,
            "Api.get sets @Header(\"x-a\") by two parameters.",
            "Keep one of them; for several values write @Header(\"x-a\") List<String> b.");
  }

  @ParameterizedTest
  @CsvSource({"@FormUrlEncoded, @Field", "@Multipart, @Part"})
  void aFieldOrPartThatTwoParametersSetIsRefused(String encoding, String name) throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api {
              %1$s @POST("x") void send(%2$s("a") String one, %2$s("A") String two, %2$s(▸"a") String b);
            }
            """
                .formatted(encoding, name))
        .is(
            Rule.REPEATED_NAME,
            "Api.send sets " + name + "(\"a\") by two parameters.",
            "Keep one of them; for several values write " + name + "(\"a\") List<String> b.");
  }

  @Test
  void aQueryParameterWithoutANameIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Query(▸\"\") String status);")
        .is(
            Rule.EMPTY_NAME,
            "Api.get has @Query with an empty name.",
            "Write the name, such as @Query(\"status\").");
  }

  @Test
  void aDataKeyWithoutANameIsRefused() throws Exception {
    Rejection.ofMember("@DataKey(▸\"\") @GET(\"x\") String get();")
        .is(
            Rule.EMPTY_NAME,
            "Api.get has @DataKey with an empty name.",
            "Write the name, such as @DataKey(\"project\").");
  }

  @ParameterizedTest
  @CsvSource({"Host", "content-length", "Transfer-Encoding"})
  void aHeaderThatFramesTheRequestIsRefused(String name) throws Exception {
    String wrong = "Api.get sets the header " + name + " itself.";
    String instead = "Take it out: OkHttp sets it, by the URL and by the body that is sent.";

    Rejection.ofMember("@GET(\"x\") String get(@Header(▸\"" + name + "\") String a);")
        .is(Rule.FRAMING_HEADER, wrong, instead);
    Rejection.ofMember("@Headers(▸\"" + name + ": 1\") @GET(\"x\") String get();")
        .is(Rule.FRAMING_HEADER, wrong, instead);
  }
}
