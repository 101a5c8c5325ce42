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

@Tag("slow")
class OptionsRejectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "RequestOptions options, @Query(\"a\") String a",
        "@Query(\"a\") String a, RequestOptions options",
        "@Query(\"a\") String a, @Tag RequestOptions options",
        "@org.jspecify.annotations.Nullable RequestOptions options, @Query(\"a\") String... a",
      })
  void optionsStandAnywhere(String parameters) {
    assertThat(
            Compiling.compile(
                    List.of(
                        Compiling.source(
                            "Api",
                            "@VisibuildApi(scope = Scope.READ) public interface Api {"
                                + " @GET(\"x\") Paged<String> get("
                                + parameters
                                + "); }")))
                .errors())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RequestOptions one, RequestOptions ▸two",
        "@Tag RequestOptions one, RequestOptions ▸two",
        "RequestOptions one, @Tag RequestOptions ▸two",
      })
  void optionsTwiceAreRefused(String parameters) throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(" + parameters + ");")
        .is(
            Rule.REQUEST_OPTIONS,
            "Api.get takes the options of its call twice: one and two.",
            "Keep one of them: RequestOptions can hold several settings.");
  }

  @Test
  void twoTagsAreRefusedAsOfAnyOtherType() throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(@Tag RequestOptions one, @Tag RequestOptions ▸two);")
        .is(
            Rule.REPEATED_TAG,
            "The tag two of Api.get replaces an earlier one: a request has one tag for each class.",
            "Keep one of them, or declare a separate class for each, such as record TraceId(String value) {} with @Tag TraceId two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Query(\"o\") RequestOptions ▸options",
        "@Header(\"o\") List<RequestOptions> ▸options",
        "@QueryMap Map<String, RequestOptions> ▸options"
      })
  void optionsInsideTheRequestAreRefused(String parameter) throws Exception {
    Rejection.ofMember("@GET(\"x\") String get(" + parameter + ");")
        .is(
            Rule.REQUEST_OPTIONS,
            "The parameter options of Api.get would put the options of a call into the request.",
            "Write RequestOptions options, without an annotation of Retrofit's.");
  }
}
