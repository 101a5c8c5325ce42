package visibuild.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;

/**
 * Takes an answer out of its envelope, {@code {"data": {"<name>": value}, "pagination": {"next":
 * ...}}}, straight from the stream.
 */
final class EnvelopeReader<T> {
  private final ObjectReader reader;
  private final @Nullable String key;

  /**
   * Makes a reader.
   *
   * @param key the member of {@code data} to read, or {@code null} for the only one
   */
  EnvelopeReader(ObjectMapper mapper, JavaType type, @Nullable String key) {
    this.reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.key = key;
  }

  /** What was in the envelope; {@code value} is null where the JSON's is. */
  record Opened<T>(@Nullable T value, @Nullable String next) {}

  /**
   * Reads an answer.
   *
   * @throws DecodingException if it is not one, or not of the type
   * @throws IOException if the stream breaks off
   */
  Opened<T> open(ResponseBody body) throws IOException {
    try (JsonParser json = reader.createParser(body.byteStream())) {
      return open(json);
    } catch (JsonProcessingException e) {
      throw new DecodingException("The answer is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private Opened<T> open(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, "$ is not an object");
    boolean found = false;
    @Nullable T value = null;
    @Nullable String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("data")) {
        value = data(json);
        found = true;
      } else if (name.equals("pagination") && json.hasToken(JsonToken.START_OBJECT)) {
        next = next(json);
      } else {
        json.skipChildren();
      }
    }
    expect(found, "it has no member \"data\"");
    return new Opened<>(value, next);
  }

  private @Nullable T data(JsonParser json) throws IOException {
    expect(json.hasToken(JsonToken.START_OBJECT), "$.data is not an object");
    boolean found = false;
    @Nullable T value = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (key == null) {
        expect(!found, "$.data has several members; choose one with @DataKey");
      } else if (!key.equals(name)) {
        json.skipChildren();
        continue;
      }
      value = value(json, name);
      found = true;
    }
    expect(found, key == null ? "$.data is empty" : "$.data has no member \"" + key + "\"");
    return value;
  }

  private @Nullable T value(JsonParser json, String name) throws IOException {
    try {
      return json.hasToken(JsonToken.VALUE_NULL) ? null : reader.readValue(json);
    } catch (JsonMappingException e) {
      throw new DecodingException(
          "%s: %s".formatted(JsonPaths.of("$.data." + name, e), e.getOriginalMessage()), e);
    }
  }

  private static @Nullable String next(JsonParser json) throws IOException {
    @Nullable String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isNext = json.currentName().equals("next");
      json.nextToken();
      if (isNext) {
        next = json.getValueAsString();
      }
      json.skipChildren();
    }
    return next;
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new DecodingException("The answer is not in Visibuild's envelope: " + otherwise, null);
    }
  }
}
