package visibuild.processor.validation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class ResponseTypeRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<retrofit2.Response<String>> | List<Response<String>> | Return Response<String> of Retrofit, or CompletableFuture<Response<String>>.",
        "List<okhttp3.ResponseBody> | List<ResponseBody> | Return ResponseBody; or Response, Optional, CompletableFuture or Call of it.",
        "retrofit2.Response<Optional<String>> | Response<Optional<String>> | Return Response<String>: its code() is 404 if there is none.",
        "retrofit2.Response<Paged<String>> | Response<Paged<String>> | Return Paged<String> or CompletableFuture<Paged<String>>, and nothing else around it.",
        "okhttp3.Call | Call | Return retrofit2.Call<Ticket>.",
        "Stream<String> | Stream<String> | Return List<String> for one response, or Paged<String> for all pages.",
        "BaseStream<String, Stream<String>> | BaseStream<String, Stream<String>> | Return List<String> for one response, or Paged<String> for all pages.",
        "ListIterator<String> | ListIterator<String> | Return List<String> for one response, or Paged<String> for all pages.",
        "com.fasterxml.jackson.core.JsonParser | JsonParser | Return okhttp3.ResponseBody, whose byteStream() and charStream() read the response.",
        "okhttp3.Headers | Headers | Return Response<Void> of Retrofit, and call headers().",
        "Iterable<String> | Iterable<String> | Return List<String> for one response, or Paged<String> for all pages.",
        "Page<String> | Page<String> | Return Paged<String>: its pages() are the pages.",
        "Future<String> | Future<String> | Return CompletableFuture<String>.",
        "Flow.Publisher<String> | Flow.Publisher<String> | Return Paged<String>, and call its publisher().",
        "OptionalInt | OptionalInt | Return Optional<Integer>.",
        "Void | Void | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "Optional | Optional | Return Optional<Ticket> or CompletableFuture<Optional<Ticket>>.",
        "Paged | Paged | Return Paged<Ticket> or CompletableFuture<Paged<Ticket>>, and nothing else around it.",
        "Optional<Void> | Optional<Void> | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "CompletableFuture<kotlin.Unit> | CompletableFuture<Unit> | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "CompletableFuture<retrofit2.Call<String>> | CompletableFuture<Call<String>> | Return CompletableFuture<String>.",
        "CompletableFuture<CompletableFuture<String>> | CompletableFuture<CompletableFuture<String>> | Return CompletableFuture<String>.",
        "CompletableFuture<io.reactivex.rxjava3.core.Single<String>> | CompletableFuture<Single<String>> | Return Single<String> and nothing around it.",
        "io.reactivex.rxjava3.core.Single<Optional<String>> | Single<Optional<String>> | Return Optional<String> or CompletableFuture<Optional<String>>.",
        "retrofit2.Call<Paged<String>> | Call<Paged<String>> | Return Paged<String> or CompletableFuture<Paged<String>>, and nothing else around it."
      })
  void aResponseThatNoClientCanMakeIsRefused(String type, String label, String instead)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.UNSUPPORTED_RESPONSE,
            "Api.get returns " + label + ", which its client does not support.",
            instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<?> | List<?> | List<Ticket>",
        "List<? extends Number> | List<? extends Number> | List<Number>",
        "retrofit2.Call<?> | Call<?> | Call<Ticket>",
        "Map<String, List<?>> | Map<String, List<?>> | Map<String, List<Ticket>>"
      })
  void aResponseOfAnUnknownTypeIsRefused(String type, String label, String remedy)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.UNKNOWN_RESPONSE_TYPE,
            "Api.get returns " + label + ", in which a wildcard stands for an unknown type.",
            "Write the type that the response is decoded to: " + remedy + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "List, RAW_RESPONSE, List<Ticket>",
    "Map, RAW_RESPONSE, 'Map<String, Object>'",
    "'Map<String, List>', RAW_RESPONSE, 'Map<String, List<Ticket>>'",
    "retrofit2.Call, UNKNOWN_RESPONSE_TYPE, Call<Ticket>",
    "retrofit2.Response, UNKNOWN_RESPONSE_TYPE, Response<Ticket>",
    "CompletableFuture, UNKNOWN_RESPONSE_TYPE, CompletableFuture<Ticket>"
  })
  void aRawReturnTypeIsReported(String type, Rule rule, String remedy) throws Exception {
    Rejection.ofMember("@SuppressWarnings(\"rawtypes\") @GET(\"x\") ▸" + type + " get();")
        .is(
            rule,
            "Api.get returns "
                + type.replace("retrofit2.", "")
                + ", in which a type argument is missing.",
            "Write the type that the response is decoded to: " + remedy + ".");
  }

  @Test
  void aResponseToHeadIsRefused() throws Exception {
    Rejection.ofMember("@HEAD(\"x\") ▸String get();")
        .is(
            Rule.HEAD_WITH_RESPONSE,
            "Api.get returns String, but the response to HEAD has no body to decode.",
            "Return void, Response<Void> to read the headers, or CompletableFuture of either; or use @GET.");
  }

  @Test
  void aPagedWriteIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @POST("x") ▸Paged<String> get(); }
            """)
        .is(
            Rule.PAGED_WRITE,
            "Api.get writes, but a Paged repeats its request for every page.",
            "Return the record or a List of them; or, if the request only reads, add @RequiresScope(Scope.READ).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GET(\"x\") Paged<String> get(@Query(▸\"pageSize\") int size);",
        "@GET(▸\"x?a=b&pageSize=5\") Paged<String> get();"
      })
  void aPageSizeBesideThatOfPagedIsRefused(String method) throws Exception {
    Rejection.ofMember(method)
        .is(
            Rule.PAGING_PARAMETER,
            "Api.get sets the query parameter \"pageSize\", which its Paged sets for every page.",
            "Remove it, and let the caller choose: .pageSize(100) on the Paged that Api.get returns.");
  }

  @Test
  void aCursorBesideThatOfPagedIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") Paged<String> get(@Query(▸\"next\") String cursor);")
        .is(
            Rule.PAGING_PARAMETER,
            "Api.get sets the query parameter \"next\", which its Paged sets for every page.",
            "Remove it: a Paged follows the cursor by itself, and pages() shows it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "okhttp3.Response | Response",
        "retrofit2.Call<okhttp3.Response> | Call<Response>",
        "CompletableFuture<okhttp3.Response> | CompletableFuture<Response>"
      })
  void theResponseOfOkHttpIsRefused(String type, String label) throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.OKHTTP_RESPONSE,
            "Api.get returns " + label + ", but no response is decoded to OkHttp's Response.",
            "Return a record of the content; or retrofit2.Response of it, to read the status and the headers.");
  }

  @Test
  void anOptionalResponseToAWriteIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @PUT("x") ▸CompletableFuture<Optional<String>> put(); }
            """)
        .is(
            Rule.OPTIONAL_WRITE,
            "Api.put writes and returns CompletableFuture<Optional<String>>, so a write that found no target looks like a success.",
            "Return CompletableFuture<String>, and a 404 becomes a NotFoundException.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "void", "retrofit2.Call<List<String>>"})
  void streamingWhatIsNoBodyIsRefused(String type) throws Exception {
    Rejection.ofMember("▸@Streaming @GET(\"x\") " + type + " get();")
        .is(
            Rule.UNUSED_STREAMING,
            "Api.get has @Streaming, which has no effect on %s."
                .formatted(type.replace("retrofit2.", "")),
            "Remove it: every response is decoded while it arrives. To read the bytes, return ResponseBody.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void",
        "ResponseBody",
        "Response<Void>",
        "CompletableFuture<Void>",
        "Optional<ResponseBody>",
        "Completable"
      })
  void aDataKeyWhereNothingIsDecodedIsRefused(String type) throws Exception {
    String qualified =
        type.replace("Response", "retrofit2.Response")
            .replace("retrofit2.ResponseBody", "okhttp3.ResponseBody")
            .replace("Completable", "io.reactivex.rxjava3.core.Completable")
            .replace("io.reactivex.rxjava3.core.CompletableFuture", "CompletableFuture");
    Rejection.ofMember("▸@DataKey(\"a\") @GET(\"x\") " + qualified + " get();")
        .is(
            Rule.UNUSED_DATA_KEY,
            "Api.get has @DataKey, but nothing is decoded for " + type + ".",
            "Remove it, or return the type of the value in data.a.");
  }
}
