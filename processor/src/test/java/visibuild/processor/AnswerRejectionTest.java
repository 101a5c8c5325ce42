package visibuild.processor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.check.Rule;

class AnswerRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retrofit2.Response<String> | Response<String>"
            + " | Return String, or Call<String> to send the request yourself.",
        "okhttp3.ResponseBody | ResponseBody"
            + " | Return Ticket, or Call<Ticket> to send the request yourself.",
        "okhttp3.Call | Call | Return Call<Ticket> of Retrofit: retrofit2.Call.",
        "Stream<String> | Stream<String>"
            + " | Return List<String> for one answer, or Paged<String> for all pages.",
        "Iterable<String> | Iterable<String>"
            + " | Return List<String> for one answer, or Paged<String> for all pages.",
        "Page<String> | Page<String> | Return Paged<String>: its pages() are the pages.",
        "Future<String> | Future<String> | Return CompletableFuture<String>.",
        "Flow.Publisher<String> | Flow.Publisher<String> | Return CompletableFuture<String>.",
        "OptionalInt | OptionalInt | Return Optional<Integer>.",
        "Void | Void | Return void, CompletableFuture<Void> or Call<Void>.",
        "Optional<Void> | Optional<Void>"
            + " | Return void, CompletableFuture<Void> or Call<Void>.",
        "List<Optional<String>> | List<Optional<String>>"
            + " | Return Optional<String> or CompletableFuture<Optional<String>>.",
        "CompletableFuture<retrofit2.Call<String>> | CompletableFuture<Call<String>>"
            + " | Return CompletableFuture<String>.",
        "CompletableFuture<Paged<String>> | CompletableFuture<Paged<String>>"
            + " | Return Paged<String> and nothing around it.",
        "CompletableFuture<retrofit2.Response<String>> | CompletableFuture<Response<String>>"
            + " | Return String, or Call<String> to send the request yourself.",
        "CompletableFuture<CompletableFuture<String>>"
            + " | CompletableFuture<CompletableFuture<String>>"
            + " | Return one CompletableFuture, with the type of the answer in it.",
        "retrofit2.Call<Paged<String>> | Call<Paged<String>>"
            + " | Return Paged<String> and nothing around it."
      })
  void anAnswerThatNoClientCanMakeIsRefused(String type, String label, String instead)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") " + type + " ▸get();")
        .is(
            Rule.UNSUPPORTED_ANSWER,
            "Api.get returns " + label + ", which its client cannot make.",
            instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<?> | List<?> | a wildcard leaves open what it is",
        "List<? extends Number> | List<? extends java.lang.Number>"
            + " | a wildcard leaves open what it is",
        "retrofit2.Call<?> | Call<?> | a wildcard leaves open what it is",
        "Map<String, List<?>> | Map<String, List<?>> | a wildcard leaves open what it is"
      })
  void anAnswerOfAnUnknownTypeIsRefused(String type, String label, String why) throws Exception {
    Rejection.ofMember("@GET(\"x\") " + type + " ▸get();")
        .is(
            Rule.UNKNOWN_ANSWER_TYPE,
            "Api.get returns " + label + ", in which " + why + ".",
            "Write the type out, such as List<Ticket>: the answer is decoded to what stands"
                + " there.");
  }

  @ParameterizedTest
  @CsvSource({"List", "Paged", "Optional", "CompletableFuture"})
  void aRawAnswerIsRefused(String type) throws Exception {
    Rejection.ofMember("@SuppressWarnings(\"rawtypes\") @GET(\"x\") " + type + " ▸get();")
        .is(
            Rule.UNKNOWN_ANSWER_TYPE,
            "Api.get returns " + type + ", in which a type argument is missing.",
            "Write the type out, such as List<Ticket>: the answer is decoded to what stands"
                + " there.");
  }

  @Test
  void anAnswerToHeadIsRefused() throws Exception {
    Rejection.ofMember("@HEAD(\"x\") String ▸get();")
        .is(
            Rule.HEAD_WITH_ANSWER,
            "Api.get returns String, but the answer to HEAD has no body to decode.",
            "Return void, CompletableFuture<Void> or Call<Void>, or use @GET.");
  }

  @Test
  void aPagedWriteIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @POST("x") Paged<String> ▸get(); }
            """)
        .is(
            Rule.PAGED_WRITE,
            "Api.get writes, but a Paged sends its request again for every page.",
            "Return the record or a List of them; or, if the request only reads, add"
                + " @RequiresScope(Scope.READ).");
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
            "Take it out, and let the caller choose: .pageSize(100) on what Api.get returns.");
  }

  @Test
  void aCursorBesideThatOfPagedIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") Paged<String> get(@Query(▸\"next\") String cursor);")
        .is(
            Rule.PAGING_PARAMETER,
            "Api.get sets the query parameter \"next\", which its Paged sets for every page.",
            "Take it out: a Paged follows the cursor by itself, and pages() shows it.");
  }
}
