package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.Rejection;

@Tag("slow")
class TextRejectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"@Query(\"a\") Filter", "@Query(\"a\") List<Filter>", "@Header(\"a\") Filter"})
  void aRecordWithoutATextOfItsOwnIsRefused(String parameter) throws Exception {
    Rejection.of(
            """
            record Filter(String status) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") String get(%s ▸a); }
            """
                .formatted(parameter))
        .is(
            Rule.VALUE_WITHOUT_TEXT,
            "The parameter a of Api.get is sent as text, but the text of Filter is \"Filter[...]\".",
            "Take its values one by one, such as String a; or override toString() in Filter.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Query | List<String> | [...]",
        "Header | Optional<String> | Optional[...]",
        "Query | Filter | Filter[...]",
        "Query | java.io.FileInputStream | FileInputStream@..."
      })
  void aValueOfAMapWithoutATextIsRefused(String kind, String type, String text) throws Exception {
    Rejection.of(
            """
            record Filter(String status) {}
            @VisibuildApi(scope = Scope.READ)
            interface Api { @GET("x") String get(@%sMap Map<String, %s> ▸all); }
            """
                .formatted(kind, type))
        .is(
            Rule.VALUE_WITHOUT_TEXT,
            "The values of all of Api.get are sent as text, but the text of "
                + type.replace("java.io.", "")
                + " is \""
                + text
                + "\".",
            "Write Map<String, String> all; for several values of one name, add a parameter: @"
                + kind
                + "(\"name\") List<String> values.");
  }

  @Test
  void whatHasATextOfItsOwnIsLeftAlone() {
    assertThat(
            Compiling.compile(
                    List.of(
                        Compiling.source(
                            "Api",
                            """
                            @VisibuildApi(scope = Scope.READ)
                            interface Api {
                              record Id(int value) {
                                @Override public String toString() { return "id-" + value; }
                              }
                              enum Status { OPEN }
                              @GET("x/{id}") String get(
                                  @Path("id") Id id,
                                  @Query("s") List<Status> s,
                                  @Query("t") java.time.Instant t,
                                  @Query("u") UUID u,
                                  @QueryMap Map<String, Object> more,
                                  @HeaderMap Map<String, Id> headers);
                            }
                            """)))
                .errors())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@POST(\"x\") | @Body List<java.io.File> | File | its path",
        "@POST(\"x\") | @Body Map<String, java.io.File> | File | its path",
        "@POST(\"x\") | @Body java.io.BufferedInputStream | BufferedInputStream | nothing",
        "@Multipart @POST(\"x\") | @PartMap Map<String, java.io.File> | File | its path",
        "@Multipart @POST(\"x\") | @Part(\"a\") List<java.io.File> | File | its path"
      })
  void whatJsonCannotSayIsRefusedWhereverItStands(
      String method, String parameter, String type, String sent) throws Exception {
    Rejection.of(
            """
            @VisibuildApi(scope = Scope.READ_WRITE)
            interface Api { %s void send(%s ▸a); }
            """
                .formatted(method, parameter))
        .is(
            sent.equals("its path") ? Rule.LOSSY_BODY : Rule.UNWRITABLE_BODY,
            "The parameter a of Api.send is written as JSON, but of a %s Jackson writes %s."
                .formatted(type, sent),
            "Take an okhttp3.RequestBody, such as RequestBody.create(file, MediaType.get(\"image/jpeg\")).");
  }
}
