package visibuild.policy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole JSON text, bounded in length and depth; a key that stands twice is an error. */
public final class JsonReading {
  private static final int LONGEST_TEXT = 8 * 1024 * 1024;
  private static final int DEEPEST = 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxDocumentLength(LONGEST_TEXT)
                  .build())
          .build();

  private JsonReading() {}

  /** Reads the one value of {@code content}, which is UTF-8. */
  public static Json read(byte[] content) throws MalformedJsonException {
    if (content.length > LONGEST_TEXT) {
      throw new MalformedJsonException(
          1,
          "it has " + content.length + " bytes, and more than " + LONGEST_TEXT + " are not read");
    }
    try (JsonParser parser = FACTORY.createParser(content)) {
      return value(parser, true);
    } catch (IOException undecodable) {
      throw problem(undecodable);
    }
  }

  /** Reads the first value of {@code text}, and ignores the rest. */
  public static Json readFirst(String text) throws MalformedJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return value(parser, false);
    } catch (IOException undecodable) {
      throw problem(undecodable);
    }
  }

  private static Json value(JsonParser parser, boolean alone)
      throws IOException, MalformedJsonException {
    if (parser.nextToken() == null) {
      throw new MalformedJsonException(1, "it is empty");
    }
    Json value = value(parser);
    if (alone && parser.nextToken() != null) {
      throw new MalformedJsonException(line(parser), "text goes on after the end of the value");
    }
    return value;
  }

  private static MalformedJsonException problem(IOException failure) {
    if (failure instanceof JsonProcessingException malformed) {
      String message = String.valueOf(malformed.getOriginalMessage());
      return new MalformedJsonException(
          malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNr()),
          // Jackson's own text names the place in a way that only fits a whole file.
          message.startsWith("Unexpected end-of-input")
              ? "the text ends in the middle of a value"
              : message);
    }
    return new MalformedJsonException(1, "it is not UTF-8: " + failure.getMessage());
  }

  private static Json value(JsonParser parser) throws IOException {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> new Json.JsonObject(line, members(parser));
      case START_ARRAY -> new Json.JsonArray(line, items(parser));
      case VALUE_STRING -> new Json.JsonString(line, parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
              ? new Json.JsonInt(line, parser.getLongValue())
              : new Json.Other(line, "the number " + parser.getText());
      default -> new Json.Other(line, parser.getText());
    };
  }

  private static Map<String, Json> members(JsonParser parser) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<Json> items(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
