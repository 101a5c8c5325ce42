package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import visibuild.internal.base.TextSanitizer;

/**
 * Writes the body of a request as JSON. Where it cannot be written Retrofit would print it, with
 * all that is in it; this names the type and the member instead.
 */
record BodyConverter<T>(ObjectWriter json) implements Converter<T, RequestBody> {
  private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");

  @Override
  public RequestBody convert(T body) throws JsonProcessingException {
    try {
      return RequestBody.create(json.writeValueAsBytes(body), JSON);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "The body cannot be written as JSON, because of %s in %s%s."
              .formatted(
                  TextSanitizer.clean(JsonPaths.of("$", e)), name(body.getClass()), advice(e)),
          e.getCause());
    }
  }

  /** An anonymous class has no simple name. */
  private static String name(Class<?> type) {
    return type.isAnonymousClass() ? type.getName() : type.getSimpleName();
  }

  private static String advice(JsonMappingException failure) {
    @Nullable JavaType type =
        failure instanceof InvalidDefinitionException definition ? definition.getType() : null;
    return type != null && TypeAdvice.isOfJdk(type.getRawClass())
        ? TypeAdvice.of(type.getRawClass())
        : "; give the class accessors, or a serializer";
  }
}
