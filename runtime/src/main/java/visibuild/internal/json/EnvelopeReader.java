package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.CharConversionException;
import java.io.IOException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;
import visibuild.internal.error.BodyReadException;
import visibuild.internal.error.WrappedApiIOException;
import visibuild.internal.error.WrappedError;

/**
 * Reads a value from its envelope, {@code {"data": {"<name>": value}, "pagination": {"next":
 * ...}}}, straight from the stream.
 *
 * @param <T> the type of the value
 * @param <R> the type of the result
 */
final class EnvelopeReader<T, R> {
  private final ObjectReader reader;
  private final JavaType type;
  private final DataMember member;
  private final ResultMapping<T, R> mapping;

  /**
   * Creates a reader.
   *
   * @param member the member of {@code data} to read
   * @param mapping converts the value to the result
   */
  EnvelopeReader(
      ObjectMapper mapper, JavaType type, DataMember member, ResultMapping<T, R> mapping) {
    this.reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.type = type;
    this.member = member;
    this.mapping = mapping;
  }

  /** Converts the content of an envelope to a result, without an intermediate object. */
  @FunctionalInterface
  interface ResultMapping<T, R> {
    /**
     * Returns the result.
     *
     * @param value the value, or {@code null} for JSON's null
     * @param next the cursor of the next page, or {@code null} where there is none
     */
    @Nullable R of(@Nullable T value, @Nullable String next);
  }

  /**
   * Reads a response.
   *
   * @throws DecodingException if it is no envelope, or has another type
   * @throws IOException if the stream breaks off
   */
  @Nullable R open(ResponseBody body) throws IOException {
    try (JsonParser json = reader.createParser(new BodyStream(body.byteStream()))) {
      return open(json);
    } catch (JsonProcessingException e) {
      WrappedError.throwIfCausedByError(e);
      BodyReadException.throwIfCausedByStream(e);
      throw DecodingErrors.json(e);
    } catch (WrappedError | WrappedApiIOException | BodyReadException e) {
      throw e;
    } catch (CharConversionException e) {
      throw DecodingErrors.encoding();
    } catch (IOException e) {
      throw new BodyReadException(e);
    } catch (Error e) {
      throw new WrappedError(e);
    }
  }

  private @Nullable R open(JsonParser json) throws IOException {
    @Nullable JsonToken first = json.nextToken();
    expect(first != null, "the response is empty; check for a proxy in between");
    expect(first == JsonToken.START_OBJECT, "$ is not an object");
    boolean found = false;
    boolean paginated = false;
    @Nullable T value = null;
    @Nullable String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("data")) {
        expect(!found, "the member \"data\" occurs twice");
        value = data(json);
        found = true;
      } else if (name.equals("pagination")) {
        expect(!paginated, "the member \"pagination\" occurs twice");
        next = Pagination.next(json);
        paginated = true;
      } else {
        json.skipChildren();
      }
    }
    expect(found, "it has no member \"data\"");
    expect(json.nextToken() == null, "something follows it");
    return mapping.of(value, next);
  }

  private @Nullable T data(JsonParser json) throws IOException {
    expect(json.hasToken(JsonToken.START_OBJECT), "$.data is not an object");
    boolean found = false;
    @Nullable T value = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (!member.isCalled(name)) {
        json.skipChildren();
        continue;
      }
      expect(
          !found,
          member.isOnly()
              ? "$.data has several members; choose one with @DataKey"
              : "the member that @DataKey names occurs twice in $.data");
      value = value(json, name);
      found = true;
    }
    if (!found) {
      throw noEnvelope(member.missing());
    }
    return value;
  }

  private @Nullable T value(JsonParser json, String name) throws IOException {
    if (json.hasToken(JsonToken.VALUE_NULL)) {
      member.refuseNull(name);
      return null;
    }
    try {
      T value = reader.readValue(json);
      NullContentCheck.refuse(value, type, name);
      return value;
    } catch (JsonMappingException e) {
      WrappedError.throwIfCausedByError(e);
      BodyReadException.throwIfCausedByStream(e);
      throw DecodingErrors.value(JsonPaths.inData(name), e);
    } catch (DecodingException e) {
      throw e;
    } catch (RuntimeException e) {
      // Jackson wraps those within an object, not those of the value itself.
      throw DecodingErrors.value(JsonPaths.inData(name), JsonMappingException.from(json, "", e));
    }
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw noEnvelope(otherwise);
    }
  }

  static DecodingException noEnvelope(String reason) {
    return new DecodingException("The response is not in Visibuild's envelope: " + reason, null);
  }
}
