package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UniqueNameParserTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The ways in which deserializers read an object. */
  private enum Reading {
    TREE {
      @Override
      void read(JsonParser json) throws IOException {
        @Nullable JsonNode unused = JACKSON.readTree(json);
      }
    },
    SKIP {
      @Override
      void read(JsonParser json) throws IOException {
        json.nextToken();
        json.skipChildren();
      }
    },
    VALUES {
      @Override
      void read(JsonParser json) throws IOException {
        while (json.nextValue() != null) {
          // Each value is read.
        }
      }
    },
    NAMES {
      @Override
      void read(JsonParser json) throws IOException {
        while (json.nextFieldName() != null || json.currentToken() != null) {
          // Each name is read.
        }
      }
    };

    abstract void read(JsonParser json) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void randomDocument_isRefusedAsByJackson(Reading reading) throws IOException {
    Random random = new Random(20261127);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      String document = object(random, 4);
      @Nullable String expected = failure(reading, STRICT.createParser(document));

      assertThat(failure(reading, UniqueNameParser.inPlaceOfSets(STRICT.createParser(document))))
          .as(document)
          .isEqualTo(expected);
      refused += expected == null ? 0 : 1;
    }
    assertThat(refused).isBetween(200, 800);
  }

  @Test
  void repeatedNameBehindManyNamesAndObjects_isRefused() throws IOException {
    String members =
        IntStream.range(0, 100)
            .mapToObj(i -> "\"n" + i + "\":{\"a\":1,\"b\":{\"a\":2}}")
            .collect(Collectors.joining(","));
    UniqueNameParser json = new UniqueNameParser(parser("{" + members + ",\"n42\":1}"));

    assertThatThrownBy(() -> Reading.TREE.read(json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageStartingWith("Duplicate field 'n42'");
    Reading.TREE.read(new UniqueNameParser(parser("{" + members + "}")));
  }

  @Test
  void parserThatChecksNames_checksThemOnce() throws IOException {
    JsonParser json = UniqueNameParser.inPlaceOfSets(STRICT.createParser("{}"));

    assertThat(json).isInstanceOf(UniqueNameParser.class);
    assertThat(json.getParsingContext())
        .isInstanceOfSatisfying(
            JsonReadContext.class, each -> assertThat(each.getDupDetector()).isNull());
  }

  @Test
  void parserThatChecksNoNames_isKept() throws IOException {
    JsonParser json = parser("{}");

    assertThat(UniqueNameParser.inPlaceOfSets(json)).isSameAs(json);
  }

  private static JsonParser parser(String document) throws IOException {
    return JACKSON.getFactory().createParser(document);
  }

  /** Returns the message; null if the document was read. */
  private static @Nullable String failure(Reading reading, JsonParser json) throws IOException {
    try (json) {
      reading.read(json);
      return null;
    } catch (JsonParseException e) {
      return e.getOriginalMessage();
    }
  }

  /** Returns an object of up to 40 members, in which a name is rarely repeated. */
  private static String object(Random random, int depth) {
    int members = random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
    return IntStream.range(0, members)
        .mapToObj(
            i -> "\"n%d\":%s".formatted(random.nextInt(50) == 0 ? 0 : i, value(random, depth - 1)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(12);
    return switch (kind) {
      case 1 -> object(random, depth);
      case 2 -> "[" + object(random, depth) + "," + object(random, depth) + "]";
      default -> "1";
    };
  }
}
