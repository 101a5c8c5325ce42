package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

/** Declarations for which Retrofit would throw, or send an unintended request. */
@Tag("slow")
class MeaningRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/core/v1/ | api/core/v1/projects | projects",
        "api/core/v1/ | api/core/v1/ | ''",
        "v2/ | v2/v2/x?a=b | v2/x?a=b"
      })
  void aPathThatRepeatsTheInterfacesIsRefused(String path, String repeated, String rest)
      throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ, path = "%s")
            interface Api { @GET(▸"%s") String get(); }
            """
                .formatted(path, repeated))
        .is(
            Rule.REPEATED_API_PATH,
            "The path \"%s\" of Api.get begins with \"%s\", which Api already puts in front of it."
                .formatted(repeated, path),
            rest.isEmpty() ? "Write @GET(\"projects\")." : "Write @GET(\"%s\").".formatted(rest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Path(\"a\") Optional<String> | Optional<String> | Optional[...] | Take the value itself, such as String a.",
        "@Query(\"b\") Optional<String> | Optional<String> | Optional[...] | Take the value itself, such as String a. If it may be absent, write @Nullable String a and pass null.",
        "@Header(\"b\") List<OptionalInt> | OptionalInt | OptionalInt[...] | Take the value itself, such as String a. If it may be absent, write @Nullable String a and pass null.",
        "@Path(\"a\") List<String> | List<String> | [...] | Take one value, such as String a; several belong in the query: @Query(\"a\") List<String> a.",
        "@Path(\"a\") String[] | String[] | [L...;@... | Take one value, such as String a; several belong in the query: @Query(\"a\") List<String> a.",
        "@Path(\"a\") String... | String[] | [L...;@... | Take one value, such as String a; several belong in the query: @Query(\"a\") List<String> a.",
        "@Query(\"b\") List<Set<Integer>> | Set<Integer> | [...] | Take a list of single values, such as List<String> a.",
        "@QueryName int[][] | int[] | [L...;@... | Take a list of single values, such as List<String> a.",
        "@Query(\"b\") Map<String, String> | Map<String, String> | {...} | Take one value, or write @QueryMap for any number of names.",
        "@QueryName Map<String, String> | Map<String, String> | {...} | Take one value, or write @QueryMap for any number of names.",
        "@Path(\"a\") Map<String, String> | Map<String, String> | {...} | Take one value, such as String a."
      })
  void aValueWhoseTextIsNotWhatItIsIsRefused(
      String parameter, String type, String text, String instead) throws Exception {
    String path = parameter.startsWith("@Path") ? "x/{a}" : "x";
    Rejection.ofMember("@GET(\"%s\") String get(%s ▸a);".formatted(path, parameter))
        .is(
            Rule.VALUE_WITHOUT_TEXT,
            "The parameter a of Api.get is sent as text, but the text of %s is \"%s\"."
                .formatted(type, text),
            instead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Query(\"b\") List<String>",
        "@Query(\"b\") String...",
        "@Header(\"b\") Set<UUID>",
        "@QueryMap Map<String, Integer>"
      })
  void aValueOrAListOfValuesIsFine(String parameter) {
    assertCompiles("@GET(\"x\") String get(" + parameter + " a);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Path(\"a\") @Nullable String | @Path | Take it off, and write another method for the path without.",
        "@Nullable @QueryMap Map<String, String> | @QueryMap | Take it off; Map.of() is a map of nothing.",
        "@HeaderMap @Nullable Map<String, String> | @HeaderMap | Take it off; Map.of() is a map of nothing."
      })
  void aNullThatRetrofitDoesNotTakeIsRefused(String parameter, String purpose, String instead)
      throws Exception {
    String path = parameter.startsWith("@Path") ? "x/{a}" : "x";
    Rejection.ofMember(
            "@GET(\"%s\") String get(%s ▸a);"
                .formatted(path, parameter.replace("@Null", "@org.jspecify.annotations.Null")))
        .is(
            Rule.NULLABLE_PARAMETER,
            "The parameter a of Api.get is @Nullable, but Retrofit takes no null for %s."
                .formatted(purpose),
            instead);
  }

  @Test
  void aBodyThatMayBeMissingIsRefused() throws Exception {
    Rejection.ofMember(
            "@RequiresScope(Scope.READ) @POST(\"x\") String get(@Body @org.jspecify.annotations.Nullable String ▸a);")
        .is(
            Rule.NULLABLE_PARAMETER,
            "The parameter a of Api.get is @Nullable, but Retrofit takes no null for @Body.",
            "Take it off, and write another method for the request without a body.");
  }

  @Test
  void aQueryMayBeMissing() {
    assertCompiles(
        "@GET(\"x\") String get(@Query(\"a\") @org.jspecify.annotations.Nullable String a, @Header(\"b\") @org.jspecify.annotations.Nullable String b);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Body java.io.InputStream | InputStream | nothing",
        "@Body java.io.File | File | its path",
        "@Body java.nio.file.Path | Path | its path",
        "@Part(\"p\") okhttp3.ResponseBody | ResponseBody | nothing"
      })
  void whatJsonCannotSayIsRefusedAsABody(String parameter, String type, String sent)
      throws Exception {
    String encoding = parameter.startsWith("@Part") ? "@Multipart " : "";
    Rejection.ofMember(
            encoding + "@RequiresScope(Scope.READ) @POST(\"x\") String get(" + parameter + " ▸a);")
        .is(
            sent.equals("its path") ? Rule.LOSSY_BODY : Rule.UNWRITABLE_BODY,
            "The parameter a of Api.get is written as JSON, but of a %s Jackson writes %s."
                .formatted(type, sent),
            "Take an okhttp3.RequestBody, such as RequestBody.create(file, MediaType.get(\"image/jpeg\")).");
  }

  @Test
  void aPartIsNoBody() throws Exception {
    Rejection.ofMember(
            "@RequiresScope(Scope.READ) @POST(\"x\") String get(@Body okhttp3.MultipartBody.Part ▸a);")
        .is(
            Rule.UNWRITABLE_BODY,
            "The parameter a of Api.get is a part, but @Body sends a body as a whole.",
            "Write @Part MultipartBody.Part a, and add @Multipart to the method.");
  }

  @ParameterizedTest
  @CsvSource({"page_size, pageSize", "PageSize, pageSize", "NEXT, next"})
  void anotherSpellingOfWhatAPagedSetsIsRefused(String key, String name) throws Exception {
    Rejection.ofMember("@GET(\"x\") Paged<String> get(@Query(▸\"" + key + "\") String a);")
        .is(
            Rule.PAGING_PARAMETER_SPELLING,
            "Api.get sets the query parameter \"%s\", which its Paged sets for every page as \"%s\"."
                .formatted(key, name),
            name.equals("next")
                ? "Remove it: a Paged follows the cursor by itself, and pages() shows it."
                : "Remove it, and let the caller choose: .pageSize(100) on the Paged that Api.get returns.");
  }

  @Test
  void aRecordWithoutAPurposeInAWriteIsProbablyItsBody() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api {
              record NewTicket(String title) {}
              @POST("x") String write(NewTicket ▸ticket);
            }
            """)
        .is(
            Rule.PARAMETER_WITHOUT_PURPOSE,
            "The parameter ticket of Api.write does not say where it goes in the request.",
            "Did you mean @Body?");
  }

  private static void assertCompiles(String member) {
    assertThat(
            Compiling.compile(
                    List.of(
                        Compiling.source(
                            "Api",
                            "@VisibuildApi(scope = Scope.READ) interface Api {" + member + "}")))
                .errors())
        .isEmpty();
  }
}
