package visibuild.processor.validation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class ParameterTypeRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Query(\"a\") List<?> | List<?> | List<String>",
        "@Header(\"a\") Map<String, ?> | Map<String, ?> | String",
        "@Tag List<? extends Number> | List<? extends Number> | List<Number>"
      })
  void aParameterOfAnUnknownTypeIsRefused(String parameter, String type, String example)
      throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(" + parameter + " ▸a);")
        .is(
            Rule.OPEN_PARAMETER_TYPE,
            "The parameter a of Api.get has the type "
                + type
                + ", in which a wildcard stands for an unknown type.",
            "Write the type itself, such as " + example + " a.");
  }

  @Test
  void aTypeVariableIsRefusedWhereItIsUsed() throws Exception {
    Rejection.ofMember("@GET(\"x\") <T> String get(@Query(\"a\") T ▸a);")
        .is(
            Rule.OPEN_PARAMETER_TYPE,
            "The parameter a of Api.get has the type T, in which a type variable stands for an unknown type.",
            "Write the type itself, such as String a.");
  }

  @ParameterizedTest
  @CsvSource({"@Query(\"a\")", "@QueryName", "@Header(\"a\")"})
  void severalValuesOfAnUnknownTypeAreRefused(String annotation) throws Exception {
    Rejection.of(
            """
            class Names extends ArrayList<String> { private static final long serialVersionUID = 1; }
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") String get(%s Names ▸a); }
            """
                .formatted(annotation))
        .is(
            Rule.RAW_VALUES,
            "The parameter a of Api.get has several values for Retrofit, because Names is an Iterable, but without a type argument.",
            "Write String a for one value, or List<String> a for several.");
  }

  @ParameterizedTest
  @CsvSource({"@QueryMap, Query", "@HeaderMap, Header"})
  void whatIsNoMapIsRefused(String annotation, String singular) throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(" + annotation + " String ▸all);")
        .is(
            Rule.NOT_A_MAP,
            "The parameter all of Api.get, with " + annotation + ", is no map, but String.",
            "Write Map<String, String> all, or @" + singular + "(\"all\") for a single one.");
  }

  @Test
  void aMapOfUnknownTypesIsRefused() throws Exception {
    Rejection.ofMember(
            "@SuppressWarnings(\"rawtypes\") @GET(\"x\") String get(@QueryMap Map ▸all);")
        .is(
            Rule.RAW_MAP,
            "The parameter all of Api.get, with @QueryMap, is a map of unknown types.",
            "Write the types of its entries, such as Map<String, String> all.");
  }

  @ParameterizedTest
  @CsvSource({"Map<Integer$String>, Integer", "Properties, Object"})
  void keysThatAreNoTextsAreRefused(String type, String key) throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@HeaderMap " + type.replace('$', ',') + " ▸all);")
        .is(
            Rule.MAP_KEY,
            "The parameter all of Api.get, with @HeaderMap, has keys of type "
                + key
                + ", but names are texts.",
            "Write Map<String, String> all.");
  }

  @Test
  void aMapOfNamedPartsIsRefused() throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api {
              @Multipart @POST("x")
              void send(@PartMap Map<String, okhttp3.MultipartBody.Part> ▸all);
            }
            """)
        .is(
            Rule.PART_MAP_VALUE,
            "The parameter all of Api.send, with @PartMap, names each part twice: by its key and in its MultipartBody.Part.",
            "Write @Part List<MultipartBody.Part> all, or @PartMap Map<String, RequestBody> all.");
  }

  @Test
  void aSecondTagOfAClassIsRefused() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Tag List<String> a, @Tag List<Integer> ▸b);")
        .is(
            Rule.REPEATED_TAG,
            "The tag b of Api.get replaces an earlier one: a request has one tag for each class.",
            "Keep one of them, or declare a separate class for each, such as record TraceId(String value) {} with @Tag TraceId b.");
  }
}
