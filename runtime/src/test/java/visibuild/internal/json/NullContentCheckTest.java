package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.DecodingException;

/** A response that is a list, an array or a map has no null in it, however deep. */
class NullContentCheckTest {
  private static final ObjectMapper MAPPER = ObjectMappers.mapper();

  enum Status {
    OPEN
  }

  static Stream<Arguments> responsesWithNull() {
    return Stream.of(
        Arguments.of(new TypeReference<List<String>>() {}, "['a',null]", "[1]"),
        Arguments.of(new TypeReference<List<List<String>>>() {}, "[['a'],null]", "[1]"),
        Arguments.of(new TypeReference<List<List<String>>>() {}, "[['a'],['b',null]]", "[1][1]"),
        Arguments.of(new TypeReference<Map<String, String>>() {}, "{'a':null}", ".a"),
        Arguments.of(new TypeReference<Map<String, List<String>>>() {}, "{'a':[null]}", ".a[0]"),
        Arguments.of(new TypeReference<Map<String, String>>() {}, "{'a b':null}", ".(a member)"),
        Arguments.of(new TypeReference<List<List<Status>>>() {}, "[null]", "[0]"),
        Arguments.of(new TypeReference<String[][]>() {}, "[['a'],['b',null]]", "[1][1]"));
  }

  @ParameterizedTest
  @MethodSource("responsesWithNull")
  void theFirstIsNamedByItsPath(TypeReference<?> type, String value, String place) {
    assertThatThrownBy(() -> read(type, value))
        .isInstanceOfSatisfying(
            DecodingException.class,
            e -> assertThat(e.jsonPath()).contains("$.data.answer" + place))
        .hasMessage("$.data.answer" + place + " is null.");
  }

  static Stream<Arguments> responsesThatMayHaveOne() {
    return Stream.of(
        Arguments.of(
            new TypeReference<List<List<Status>>>() {},
            "[['OPEN','brand_new']]",
            List.of(Arrays.asList(Status.OPEN, null))),
        Arguments.of(new TypeReference<List<Object>>() {}, "['a',null]", Arrays.asList("a", null)));
  }

  @ParameterizedTest
  @MethodSource("responsesThatMayHaveOne")
  void unknownConstantsAndWhatMayBeAnythingAreLetIn(
      TypeReference<?> type, String value, Object read) throws IOException {
    assertThat(read(type, value)).isEqualTo(read);
  }

  @Test
  void numbersAreNoContainers() throws IOException {
    assertThat((int[]) read(new TypeReference<int[]>() {}, "[1,2]")).containsExactly(1, 2);
  }

  private static @Nullable Object read(TypeReference<?> type, String value) throws IOException {
    JavaType javaType = MAPPER.constructType(type);
    String json = "{\"data\":{\"answer\":%s}}".formatted(value.replace('\'', '"'));
    return EnvelopeConverter.ofValue(MAPPER, javaType, new DataMember(null, null, true))
        .convert(ResponseBody.create(json, MediaType.get("application/json")));
  }
}
