package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

class MethodRejectionTest {
  private static final String ADD_PURPOSE =
      "Add one of Retrofit's annotations, such as @Query(\"id\") or @Header(\"id\").";

  @Test
  void aMethodWithoutAVerbIsRefused() throws Exception {
    Rejection.ofMember("String ▸get();")
        .is(
            Rule.MISSING_VERB,
            "Api.get has no annotation for its HTTP request.",
            "Add one of Retrofit's annotations with the path, such as @GET(\"projects\"); or make it a default method with a body.");
  }

  @Test
  void aMethodWithTwoVerbsIsRefusedAtTheSecond() throws Exception {
    Rejection.ofMember("@GET(\"x\")\n▸@HEAD(\"x\") void get();")
        .is(
            Rule.SEVERAL_VERBS,
            "Api.get has several HTTP verbs: @GET, @HEAD.",
            "Keep one verb, and declare another method for each other verb.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<T> String ▸get();", "<E extends Exception> String ▸get() throws E;"})
  void typeVariableThatNoRequestOrResponseUses_isReported(String method) throws Exception {
    Rejection.ofMember("@GET(\"x\") " + method)
        .is(
            Rule.GENERIC_METHOD,
            "Api.get declares type variables that neither its return type nor a parameter uses.",
            "Remove the type variables.");
  }

  @ParameterizedTest
  @CsvSource({"ReadAccess", "WriteAccess"})
  void aMethodThatIsTheClientsFactoryIsRefused(String access) throws Exception {
    Rejection.ofMember("@GET(\"x\") String ▸create(@Tag " + access + " access);")
        .is(
            Rule.FACTORY_CLASH,
            "Api.create has the signature of the static create method of the client.",
            "Rename the method.");
  }

  @ParameterizedTest
  @CsvSource({"''", "@Named"})
  void aParameterWithoutARetrofitAnnotationIsRefused(String annotation) throws Exception {
    Rejection.of(
            """
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            @interface Named {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") String get(%s String ▸id); }
            """
                .formatted(annotation))
        .is(
            Rule.PARAMETER_WITHOUT_PURPOSE,
            "The parameter id of Api.get does not say where it goes in the request.",
            ADD_PURPOSE);
  }

  @Test
  void aParameterWithTwoRetrofitAnnotationsIsRefusedAtTheSecond() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Query(\"a\") ▸@Header(\"b\") String id);")
        .is(
            Rule.PARAMETER_WITH_TWO_PURPOSES,
            "The parameter id of Api.get goes to several places of the request: @Query, @Header.",
            "Keep one of the annotations, and write a parameter of its own for each other.");
  }

  @Test
  void aParameterNamedLikeAPlaceholderGetsASuggestion() throws Exception {
    Rejection.ofMember("@GET(\"x/{id}\") String get(@Path(\"id\") String a, String ▸id);")
        .is(
            Rule.PARAMETER_WITHOUT_PURPOSE,
            "The parameter id of Api.get does not say where it goes in the request.",
            "Did you mean @Path(\"id\")?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String | kotlin.coroutines.Continuation<? super String>",
        "Object | kotlin.coroutines.Continuation<? extends String>",
        "Object | kotlin.coroutines.Continuation<?>"
      })
  void aContinuationThatIsNotAsKotlinWritesItIsRefused(String result, String continuation)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") " + result + " ▸get(" + continuation + " done);")
        .is(
            Rule.SUSPEND_FUNCTION,
            "Api.get takes a Continuation, but does not have the form of a suspend function.",
            "Write a suspend function in Kotlin; in Java, return CompletableFuture.");
  }

  @Test
  void aSuspendFunctionWithoutTheLibraryThatSuspendsItIsRefused() {
    Compilation compilation =
        Compiling.compileWithout(
            "kotlinx-coroutines",
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Object get(kotlin.coroutines.Continuation<? super String> done); }"));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .isEqualTo(
            "[visibuild/suspend-function] Api.get is a suspend function, but kotlinx-coroutines is not on the class path.\n  Add the library org.jetbrains.kotlinx:kotlinx-coroutines-core, 1.7 or later.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "retrofit2.Call<String>",
        "CompletableFuture<String>",
        "io.reactivex.rxjava3.core.Single<String>"
      })
  void aSuspendFunctionThatWouldWaitTwiceIsRefused(String type) throws Exception {
    Rejection.ofMember(
            "@GET(\"x\") Object ▸get(kotlin.coroutines.Continuation<? super " + type + "> done);")
        .is(
            Rule.UNSUPPORTED_RESPONSE,
            "Api.get returns %s, which its client does not support."
                .formatted(type.replaceFirst(".*\\.", "")),
            "Return String: a suspend function waits by itself.");
  }

  @Test
  void aVerbInSmallLettersGetsASuggestion() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @HTTP(method = ▸"get", path = "x") String get(); }
            """)
        .is(Rule.VERB_NAME, "\"get\" of Api.get is not an HTTP verb.", "Did you mean \"GET\"?");
  }

  @Test
  void aVerbThatHttpCannotHaveIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { @HTTP(method = ▸"A B", path = "x") String get(); }
            """)
        .is(
            Rule.VERB_NAME,
            "\"A B\" of Api.get is not an HTTP verb.",
            "Write one in capitals, such as \"PURGE\".");
  }

  @Test
  void aGetWithABodyIsRefused() throws Exception {
    Rejection.ofMember("@HTTP(method = \"GET\", path = \"x\", hasBody = ▸true) String get();")
        .is(
            Rule.VERB_BODY,
            "Api.get declares GET with a body, but HTTP allows none there.",
            "Write @GET, or another verb.");
  }

  @Test
  void aPostWithoutABodyIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { ▸@HTTP(method = "POST", path = "x") String get(); }
            """)
        .is(
            Rule.VERB_BODY,
            "Api.get declares POST without a body, but OkHttp requires one.",
            "Write hasBody = true; without a parameter for it the body is empty.");
  }

  @Test
  void aSecondMethodForTheSameRequestIsRefused() throws Exception {
    Rejection.ofMember(
            """
            @GET("x") String get(@Query("q") String a);
            @GET("x") List<String> list(@Query("q") String a);
            @Deprecated @GET("x") String old(@Query("q") String a);
            @GET("x") String ▸other(@Query("q") String b);
            """)
        .is(
            Rule.REPEATED_REQUEST,
            "Api.other makes the same request as Api.get, with the same parameters and return type.",
            "Correct the annotations of the method that was copied, remove it, or mark one of the two @Deprecated.");
  }
}
