package visibuild.internal.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import okhttp3.RequestBody;
import retrofit2.Converter;

/**
 * Writes the body of a request. Where it cannot be written Retrofit would print it, with all that
 * is in it; this says the type and the member instead.
 */
final class BodyConverter<T> implements Converter<T, RequestBody> {
  private final Converter<T, RequestBody> json;

  BodyConverter(Converter<T, RequestBody> json) {
    this.json = json;
  }

  @Override
  public RequestBody convert(T body) throws IOException {
    try {
      RequestBody written = json.convert(body);
      if (written == null) {
        throw new IllegalArgumentException("The body was converted to nothing.");
      }
      return written;
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "The body cannot be written as JSON, because of %s in %s; give the class accessors, or a serializer."
              .formatted(JsonPaths.of("$", e), body.getClass().getSimpleName()),
          e.getCause());
    }
  }
}
