package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.check.Rule;

class AnswerRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<retrofit2.Response<String>> | List<Response<String>>"
            + " | Return Response<String> of Retrofit, or CompletableFuture<Response<String>>.",
        "List<okhttp3.ResponseBody> | List<ResponseBody>"
            + " | Return ResponseBody; or Response, Optional, CompletableFuture or Call of it.",
        "retrofit2.Response<Optional<String>> | Response<Optional<String>>"
            + " | Return Response<String>: its code() is 404 where there is none.",
        "retrofit2.Response<Paged<String>> | Response<Paged<String>>"
            + " | Return Paged<String> or CompletableFuture<Paged<String>>, and nothing else around"
            + " it.",
        "okhttp3.Call | Call | Return Call<Ticket> of Retrofit: retrofit2.Call.",
        "Stream<String> | Stream<String>"
            + " | Return List<String> for one answer, or Paged<String> for all pages.",
        "Iterable<String> | Iterable<String>"
            + " | Return List<String> for one answer, or Paged<String> for all pages.",
        "Page<String> | Page<String> | Return Paged<String>: its pages() are the pages.",
        "Future<String> | Future<String> | Return CompletableFuture<String>.",
        "Flow.Publisher<String> | Flow.Publisher<String> | Return CompletableFuture<String>.",
        "OptionalInt | OptionalInt | Return Optional<Integer>.",
        "Void | Void" + " | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "Optional<Void> | Optional<Void>"
            + " | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "CompletableFuture<kotlin.Unit> | CompletableFuture<Unit>"
            + " | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "List<Optional<String>> | List<Optional<String>>"
            + " | Return Optional<String> or CompletableFuture<Optional<String>>.",
        "CompletableFuture<retrofit2.Call<String>> | CompletableFuture<Call<String>>"
            + " | Return CompletableFuture<String>.",
        "CompletableFuture<CompletableFuture<String>>"
            + " | CompletableFuture<CompletableFuture<String>>"
            + " | Return CompletableFuture<String>.",
        "CompletableFuture<io.reactivex.rxjava3.core.Single<String>>"
            + " | CompletableFuture<Single<String>> | Return Single<String> and nothing around it.",
        "io.reactivex.rxjava3.core.Single<Optional<String>> | Single<Optional<String>>"
            + " | Return Optional<String> or CompletableFuture<Optional<String>>.",
        "retrofit2.Call<Paged<String>> | Call<Paged<String>>"
            + " | Return Paged<String> or CompletableFuture<Paged<String>>, and nothing else around"
            + " it."
      })
  void anAnswerThatNoClientCanMakeIsRefused(String type, String label, String instead)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
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
        "List<? extends Number> | List<? extends Number>" + " | a wildcard leaves open what it is",
        "retrofit2.Call<?> | Call<?> | a wildcard leaves open what it is",
        "Map<String, List<?>> | Map<String, List<?>> | a wildcard leaves open what it is"
      })
  void anAnswerOfAnUnknownTypeIsRefused(String type, String label, String why) throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.UNKNOWN_ANSWER_TYPE,
            "Api.get returns " + label + ", in which " + why + ".",
            "Write the type out, such as List<Ticket>: the answer is decoded to what stands"
                + " there.");
  }

  @ParameterizedTest
  @CsvSource({
    "List, RAW_ANSWER",
    "Paged, RAW_ANSWER",
    "Optional, RAW_ANSWER",
    "retrofit2.Call, UNKNOWN_ANSWER_TYPE",
    "retrofit2.Response, UNKNOWN_ANSWER_TYPE",
    "CompletableFuture, UNKNOWN_ANSWER_TYPE"
  })
  void aRawAnswerIsRefused(String type, Rule rule) throws Exception {
    Rejection.ofMember("@SuppressWarnings(\"rawtypes\") @GET(\"x\") ▸" + type + " get();")
        .is(
            rule,
            "Api.get returns "
                + type.replace("retrofit2.", "")
                + ", in which a type argument is missing.",
            "Write the type out, such as List<Ticket>: the answer is decoded to what stands"
                + " there.");
  }

  @Test
  void anAnswerToHeadIsRefused() throws Exception {
    Rejection.ofMember("@HEAD(\"x\") ▸String get();")
        .is(
            Rule.HEAD_WITH_ANSWER,
            "Api.get returns String, but the answer to HEAD has no body to decode.",
            "Return void, Response<Void> to see the headers, or CompletableFuture of either; or use"
                + " @GET.");
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
            "Api.get returns "
                + label
                + ", but OkHttp's Response is not what an answer is decoded to.",
            "Return the record that the answer holds, or retrofit2.Response of it to see the"
                + " status and the headers too.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interface Model {} | Model | Model is an interface",
        "abstract class Model {} | Paged<Model> | Model is abstract",
        "abstract class Model {} | Map<String, Model[]> | Model is abstract",
        "interface Model extends List<String> {} | Model | Model is an interface",
        "record Model(A a) { sealed interface A {} record B() implements A {} } | Model"
            + " | the Model.A of Model.a is an interface",
        "record Model(Map<String, Part> parts) { record Part(Optional<Leaf[]> leaves) {}"
            + " static abstract class Leaf {} } | List<Model>"
            + " | the Model.Leaf of Part.leaves is abstract",
        "class Model extends Parent {} class Parent { public Other other; } interface Other {}"
            + " | Model | the Other of Parent.other is an interface"
      })
  void anAnswerOfAnAbstractTypeIsRefused(String model, String type, String what) throws Exception {
    Rejection.of(
            """
            %s
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸%s get(); }
            """
                .formatted(model, type))
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns "
                + type
                + ", but "
                + what
                + ", of which no instance can be made from JSON.",
            "Make it a record; or say which class to make, with Jackson's @JsonTypeInfo and"
                + " @JsonSubTypes, or @JsonDeserialize.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Model(String a, String b) {}",
        "Model(String a, String b) {} Model(String a, int b) {}",
        "Model(List<String> a) {}",
        "private Model(Builder b) {} static Builder builder() { return new Builder(); }"
            + " static class Builder { Model build() { return new Model(this); } }"
      })
  void anAnswerOfAClassWithoutAConstructorForJacksonIsRefused(String members) throws Exception {
    Rejection.of(
            """
            class Model { %s }
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸Paged<Model> get(); }
            """
                .formatted(members))
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns Paged<Model>, but Model is a class without a constructor that Jackson"
                + " calls, of which no instance can be made from JSON.",
            "Make it a record; or give it a constructor without parameters, or one with @JsonCreator"
                + " and a @JsonProperty for each parameter. If a module or a mix-in of yours tells"
                + " Jackson how, write @JsonDeserialize on it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Map<Model, String> | the keys of its map are of Model",
        "List<Map<int[], String>> | the keys of its map are of int[]",
        "Keys | the keys of Keys.names are of Model"
      })
  void anAnswerWithKeysThatNoTextMakesIsRefused(String type, String keys) throws Exception {
    Rejection.of(
            """
            record Model(String a, String b) {}
            record Keys(Map<Model, String> names) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸%s get(); }
            """
                .formatted(type))
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns " + type + ", but " + keys + ", which cannot be made of a text.",
            "Use String or an enum as the key; or give "
                + keys.substring(keys.lastIndexOf(' ') + 1)
                + " a constructor or a static valueOf that takes one String.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.util.function.Supplier<String> | Supplier<String>",
        "Runnable | Runnable",
        "Thread | Thread",
        "Comparable<String> | Comparable<String>",
        "List<okhttp3.RequestBody> | RequestBody"
      })
  void anAnswerThatIsNoDataIsRefused(String type, String label) throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns %s, but %s is nothing that JSON can hold, of which no instance can be"
                    .formatted(type.replaceAll("(\\w+\\.)+", ""), label)
                + " made from JSON.",
            "Write the type of the value that the JSON holds.");
  }

  @Test
  void anAnswerOfAnInnerClassIsRefused() throws Exception {
    Rejection.of(
            """
            class Outer { class Model {} }
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸List<Outer.Model> get(); }
            """)
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns List<Outer.Model>, but Outer.Model is an inner class, of which no"
                + " instance can be made from JSON.",
            "Make it static, or a record.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonDeserialize(as = Some.class) interface Model {} record Some() implements Model {}",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION) interface Model {}",
        "abstract class Model { @JsonCreator static Model of(String text) { return null; } }",
        "interface Model extends Told {} @JsonDeserialize(as = Some.class) interface Told {}"
            + " record Some() implements Model {}",
        "enum Model { A { @Override String b() { return \"\"; } }; abstract String b(); }"
      })
  void anAbstractTypeWithJacksonsAnnotationsIsDecoded(String model) {
    String imports =
        "package api; import com.fasterxml.jackson.annotation.*;"
            + " import com.fasterxml.jackson.databind.annotation.*; ";
    Compilation compilation =
        Compiling.compile(
            List.of(
                JavaFileObjects.forSourceString("api.Model", imports + model),
                Compiling.source(
                    "Api",
                    "@VisibuildApi(scope = Scope.READ)"
                        + " interface Api { @GET(\"x\") Paged<Model> get(); }")));

    assertThat(compilation.errors())
        .noneMatch(error -> error.getMessage(Locale.ROOT).contains("visibuild/"));
  }

  @Test
  void anOptionalAnswerToAWriteIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @PUT("x") ▸CompletableFuture<Optional<String>> put(); }
            """)
        .is(
            Rule.OPTIONAL_WRITE,
            "Api.put writes and returns CompletableFuture<Optional<String>>, so a write to something"
                + " that is not there would pass as done.",
            "Return CompletableFuture<String>, and a 404 is a NotFoundException.");
  }

  @Test
  void aTypeThatMayBeACallAdaptersSaysHowToNameIt() throws Exception {
    Rejection.of(
            """
            interface Uni<T> {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸Uni<String> get(); }
            """)
        .is(
            Rule.UNDECODABLE_ANSWER,
            "Api.get returns Uni<String>, but Uni<String> is an interface, of which no instance can be"
                + " made from JSON.",
            "Make it a record; or, if a call adapter of yours makes it, name it in the processor's"
                + " option: -Avisibuild.adapted=api.Uni");
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "void", "retrofit2.Call<List<String>>"})
  void streamingWhatIsNoBodyIsRefused(String type) throws Exception {
    Rejection.ofMember("▸@Streaming @GET(\"x\") " + type + " get();")
        .is(
            Rule.UNUSED_STREAMING,
            "Api.get has @Streaming, but returns %s and not the body itself."
                .formatted(type.replace("retrofit2.", "")),
            "Take it out: every answer is decoded while it comes in. To read the body yourself,"
                + " return ResponseBody.");
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
            "Api.get has @DataKey, but returns " + type + ", for which nothing is decoded.",
            "Take it out, or return the record that stands in data.a.");
  }
}
