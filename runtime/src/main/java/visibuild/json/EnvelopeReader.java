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
  private final JavaType type;
  private final @Nullable String key;
  private final @Nullable String otherKey;

  /**
   * Makes a reader.
   *
   * @param key the member of {@code data} to read, or {@code null} for the only one
   * @param otherKey another name of that member, or {@code null} if it has none
   */
  EnvelopeReader(
      ObjectMapper mapper, JavaType type, @Nullable String key, @Nullable String otherKey) {
    this.reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.type = type;
    this.key = key;
    this.otherKey = otherKey;
  }

  /**
   * What was in the envelope.
   *
   * @param member the member of {@code data} that the value was, such as {@code projects}
   * @param value the value, or {@code null} where the JSON's is
   * @param next the cursor of the next page, or {@code null} where there is none
   */
  record Opened<T>(String member, @Nullable T value, @Nullable String next) {
    Opened<T> before(@Nullable String next) {
      return next == null ? this : new Opened<>(member, value, next);
    }
  }

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
      throw Unreadable.json(e);
    }
  }

  private Opened<T> open(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, "$ is not an object");
    @Nullable Opened<T> data = null;
    @Nullable String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("data")) {
        data = data(json);
      } else if (name.equals("pagination")) {
        next = Pagination.next(json);
      } else {
        json.skipChildren();
      }
    }
    if (data == null) {
      throw noEnvelope("it has no member \"data\"");
    }
    expect(json.nextToken() == null, "something follows it");
    return data.before(next);
  }

  private Opened<T> data(JsonParser json) throws IOException {
    expect(json.hasToken(JsonToken.START_OBJECT), "$.data is not an object");
    @Nullable Opened<T> found = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (key == null) {
        expect(found == null, "$.data has several members; choose one with @DataKey");
      } else if (!key.equals(name) && !name.equals(otherKey)) {
        json.skipChildren();
        continue;
      }
      found = new Opened<>(name, value(json, name), null);
    }
    if (found == null) {
      throw noEnvelope(key == null ? "$.data is empty" : "$.data has no member \"" + key + "\"");
    }
    return found;
  }

  private @Nullable T value(JsonParser json, String member) throws IOException {
    if (json.hasToken(JsonToken.VALUE_NULL)) {
      return null;
    }
    try {
      T value = reader.readValue(json);
      NullRecords.refuse(value, type, member);
      return value;
    } catch (JsonMappingException e) {
      throw Unreadable.value(JsonPaths.inData(member), e);
    } catch (LinkageError | VirtualMachineError e) {
      // Retrofit would throw these on a thread that nobody waits for.
      throw Unreadable.type(JsonPaths.inData(member), type, e);
    }
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw noEnvelope(otherwise);
    }
  }

  static DecodingException noEnvelope(String reason) {
    return new DecodingException("The answer is not in Visibuild's envelope: " + reason, null);
  }
}
