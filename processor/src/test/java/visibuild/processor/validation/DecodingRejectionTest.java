package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.VisibuildProcessor;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

/** Responses of which Jackson could make nothing. */
@Tag("slow")
class DecodingRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interface Model {} | Model | Model is an interface",
        "abstract class Model {} | Paged<Model> | Model is abstract",
        "abstract class Model {} | Map<String, Model[]> | Model is abstract",
        "interface Model extends List<String> {} | Model | Model is an interface",
        "record Model(A a) { sealed interface A {} record B() implements A {} } | Model | the Model.A of Model.a is an interface",
        "record Model(Map<String, Part> parts) { record Part(Optional<Leaf[]> leaves) {} static abstract class Leaf {} } | List<Model> | the Model.Leaf of Part.leaves is abstract",
        "class Model extends Parent {} class Parent { public Other other; } interface Other {} | Model | the Other of Parent.other is an interface"
      })
  void aResponseOfAnAbstractTypeIsRefused(String model, String type, String what) throws Exception {
    Rejection.of(
            """
            %s
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸%s get(); }
            """
                .formatted(model, type))
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns " + type + ", but " + what + ", so Jackson cannot make one.",
            "Make it a record; or name the class to make with Jackson's @JsonTypeInfo and @JsonSubTypes, or with @JsonDeserialize.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Model(String a, String b) {}",
        "Model(String a, String b) {} Model(String a, int b) {}",
        "Model(List<String> a) {}",
        "private Model(Builder b) {} static Builder builder() { return new Builder(); } static class Builder { Model build() { return new Model(this); } }"
      })
  void aResponseOfAClassWithoutAConstructorForJacksonIsRefused(String members) throws Exception {
    Rejection.of(
            """
            class Model { %s }
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸Paged<Model> get(); }
            """
                .formatted(members))
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns Paged<Model>, but Model is a class without a constructor that Jackson calls, so Jackson cannot make one.",
            "Make it a record; or give it a constructor without parameters, or one with @JsonCreator and a @JsonProperty for each parameter. If a module or a mix-in of yours makes it, write @JsonDeserialize on it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Map<Model, String> | the keys of its map are of Model",
        "List<Map<int[], String>> | the keys of its map are of int[]",
        "Keys | the keys of Keys.names are of Model"
      })
  void aResponseWithKeysThatNoTextMakesIsRefused(String type, String keys) throws Exception {
    Rejection.of(
            """
            record Model(String a, String b) {}
            record Keys(Map<Model, String> names) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸%s get(); }
            """
                .formatted(type))
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns " + type + ", but " + keys + ", which no string can become.",
            "Use String or an enum as the key; or give "
                + keys.substring(keys.lastIndexOf(' ') + 1)
                + " a constructor or a static valueOf that takes one String.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.util.function.Supplier<String> | Supplier<String> | Return String.",
        "Runnable | Runnable | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "Thread | Thread | Return void, CompletableFuture<Void>, Response<Void> or Call<Void>.",
        "Comparable<String> | Comparable<String> | Return String.",
        "Executor | Executor | Write the type of the value that the JSON holds.",
        "kotlin.Lazy<String> | Lazy<String> | Return String.",
        "java.lang.ref.WeakReference<String> | WeakReference<String> | Return String.",
        "retrofit2.Callback<String> | Callback<String> | Return String.",
        "okio.Buffer | Buffer | Return okhttp3.ResponseBody, whose byteStream() and charStream() read the response.",
        "List<RunnableFuture<String>> | RunnableFuture<String> | Return List<String>.",
        "retrofit2.Response<SubmissionPublisher<String>> | SubmissionPublisher<String> | Return Response<String>.",
        "Map<String, LongStream> | LongStream | Return Map<String, List<Long>>.",
        "List<okhttp3.RequestBody> | RequestBody | Return okhttp3.ResponseBody, whose byteStream() and charStream() read the response."
      })
  void aResponseThatIsNoDataIsRefused(String type, String label, String instead) throws Exception {
    Rejection.ofMember("@GET(\"x\") ▸" + type + " get();")
        .is(
            Rule.UNSUPPORTED_RESPONSE,
            "Api.get returns %s, but %s is no data that JSON can hold, so Jackson cannot make one."
                .formatted(type.replaceAll("(\\w+\\.)+", ""), label),
            instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.util.concurrent.ScheduledFuture | String",
        "com.google.common.util.concurrent.AbstractFuture | String",
        "io.reactivex.rxjava3.subjects.PublishSubject | String",
        "io.reactivex.rxjava3.core.SingleSource | List<String>",
        "java.util.concurrent.SubmissionPublisher | String",
        "kotlinx.coroutines.CompletableDeferred | String",
        "kotlinx.coroutines.flow.StateFlow | String",
        "kotlinx.coroutines.channels.Channel | String"
      })
  void subtypeOfAFutureOrPublisher_isRefusedWithTheOptionToSet(String type, String content)
      throws Exception {
    String label = type.replaceAll("(\\w+\\.)+", "") + "<" + content + ">";
    Rejection.ofMember("@GET(\"x\") ▸%s<%s> get();".formatted(type, content))
        .is(
            Rule.UNSUPPORTED_RESPONSE,
            "Api.get returns %1$s, but %1$s is no data that JSON can hold, so Jackson cannot make one."
                .formatted(label),
            "Return CompletableFuture<%s>; or, if a call adapter of yours makes it, name it in the processor's option: -Avisibuild.callAdapterTypes=%s"
                .formatted(content, type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.Api.Later", "api.Api$Later"})
  void nestedTypeNamedInTheOption_isAccepted(String name) {
    Compilation compilation =
        Compiling.compiler()
            .withOptions("-Avisibuild.callAdapterTypes=" + name)
            .withProcessors(new VisibuildProcessor())
            .compile(
                Compiling.source(
                    "Api",
                    "@VisibuildApi(scope = Scope.READ) interface Api {"
                        + " @GET(\"x\") Later<String> get();"
                        + " class Later<T> extends CompletableFuture<T> {} }"));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void futureInsideAModel_isReported() throws Exception {
    Rejection.of(
            """
            record Job(String id, CompletableFuture<String> result) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸Job get(); }
            """)
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns Job, but the CompletableFuture<String> of Job.result is no data that JSON can hold, so Jackson cannot make one.",
            "Write the type of the value that the JSON holds.");
  }

  @Test
  void resultOfKotlin_isReportedWhereJacksonIgnoresItsType() throws Exception {
    Rejection.of(
            """
            record Ticket(String id) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api {
              @GET("x") Object ▸get(kotlin.coroutines.Continuation<? super kotlin.Result<Ticket>> c);
              @GET("y") Object nothing(kotlin.coroutines.Continuation<? super kotlin.Result<kotlin.Unit>> c);
            }
            """)
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns Result<Ticket>, but Jackson decodes the value of Result<Ticket> to maps and lists, not to Ticket.",
            "Return Ticket; to get a Result of it, write runCatching { ... } around the call.");
  }

  @Test
  void aResponseOfAnInnerClassIsRefused() throws Exception {
    Rejection.of(
            """
            class Outer { class Model {} }
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸List<Outer.Model> get(); }
            """)
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns List<Outer.Model>, but Outer.Model is an inner class, so Jackson cannot make one.",
            "Make it static, or a record.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JsonDeserialize(as = Some.class) interface Model {} record Some() implements Model {}",
        "@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION) interface Model {}",
        "abstract class Model { @JsonCreator static Model of(String text) { return null; } }",
        "interface Model extends Told {} @JsonDeserialize(as = Some.class) interface Told {} record Some() implements Model {}",
        "@JsonDeserialize(as = Model.class) class Model extends java.util.concurrent.CompletableFuture<String> {}",
        "class Model extends java.io.ByteArrayInputStream { Model() { super(new byte[0]); } @JsonCreator static Model of(String text) { return new Model(); } }",
        "enum Model { A { @Override String b() { return \"\"; } }; abstract String b(); }"
      })
  void typeWithJacksonsAnnotations_isDecoded(String model) {
    String imports =
        "package api; import com.fasterxml.jackson.annotation.*; import com.fasterxml.jackson.databind.annotation.*; ";
    Compilation compilation =
        Compiling.compile(
            List.of(
                JavaFileObjects.forSourceString("api.Model", imports + model),
                Compiling.source(
                    "Api",
                    "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Paged<Model> get(); }")));

    assertThat(compilation.errors())
        .noneMatch(error -> error.getMessage(Locale.ROOT).contains("visibuild/"));
  }

  @Test
  void aTypeOfAnUnknownCallAdapterGetsTheOptionToSet() throws Exception {
    Rejection.of(
            """
            interface Uni<T> {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") ▸Uni<String> get(); }
            """)
        .is(
            Rule.UNDECODABLE_RESPONSE,
            "Api.get returns Uni<String>, but Uni<String> is an interface, so Jackson cannot make one.",
            "Make it a record; or, if a call adapter of yours makes it, name it in the processor's option: -Avisibuild.callAdapterTypes=api.Uni");
  }
}
