package visibuild.processor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.check.Rule;

class MethodRejectionTest {
  private static final String ADD_PURPOSE =
      "Add one of Retrofit's annotations, such as @Path(\"id\"), @Query(\"id\") or @Body.";

  @Test
  void aMethodWithoutAVerbIsRefused() throws Exception {
    Rejection.ofMember("String ▸get();")
        .is(
            Rule.MISSING_VERB,
            "Api.get does not say which HTTP request it makes.",
            "Add one of Retrofit's annotations with the path, such as @GET(\"projects\"); or make"
                + " it a default method with a body.");
  }

  @Test
  void aMethodWithTwoVerbsIsRefusedAtTheSecond() throws Exception {
    Rejection.ofMember("@GET(\"x\")\n▸@HEAD(\"x\") void get();")
        .is(
            Rule.SEVERAL_VERBS,
            "Api.get has several HTTP verbs: @GET, @HEAD.",
            "Keep one, and write a method of its own for each other.");
  }

  @Test
  void aGenericMethodIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") <T> T ▸get();")
        .is(
            Rule.GENERIC_METHOD,
            "Api.get has type variables, which no answer can be decoded to.",
            "Write the types out, one method for each.");
  }

  @ParameterizedTest
  @CsvSource({"ReadAccess", "WriteAccess"})
  void aMethodThatIsTheClientsFactoryIsRefused(String access) throws Exception {
    Rejection.ofMember("@GET(\"x\") String ▸create(@Query(\"a\") " + access + " access);")
        .is(
            Rule.FACTORY_CLASH,
            "Api.create is the same as the create method that the client itself has.",
            "Give the method another name.");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GET(\"x\") String get(@Header(▸\"authorization\") String token);",
        "@Headers(▸\"Authorization: Bearer x\") @GET(\"x\") String get();",
        "@Headers({\"A: b\", ▸\"AUTHORIZATION : x\"}) @GET(\"x\") String get();"
      })
  void anAuthorizationHeaderIsRefused(String method) throws Exception {
    Rejection.ofMember(method)
        .is(
            Rule.AUTHORIZATION_HEADER,
            "Api.get sets the Authorization header itself.",
            "Take it out: each call gets the narrowest token that serves it from the access that"
                + " the client is made with.");
  }
}
