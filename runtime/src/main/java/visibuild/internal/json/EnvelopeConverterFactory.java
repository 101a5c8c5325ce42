package visibuild.internal.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import visibuild.DataKey;
import visibuild.Page;

/** Makes Retrofit's converters between the user's types and Visibuild's JSON. */
public final class EnvelopeConverterFactory extends Converter.Factory {
  private final ObjectMapper mapper;
  private final boolean readsSnakeCase;

  /**
   * Creates a factory of converters that use {@code mapper}.
   *
   * @param readsSnakeCase whether a member's name may be in snake_case too
   */
  public EnvelopeConverterFactory(ObjectMapper mapper, boolean readsSnakeCase) {
    this.mapper = mapper;
    this.readsSnakeCase = readsSnakeCase;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    JavaType javaType = mapper.constructType(type);
    @Nullable String key = dataKey(annotations);
    @Nullable String otherKey = key == null || !readsSnakeCase ? null : SnakeCase.of(key);
    if (!javaType.hasRawClass(Page.class)) {
      return EnvelopeConverter.ofValue(mapper, javaType, new DataMember(key, otherKey, true));
    }
    JavaType items =
        mapper.getTypeFactory().constructCollectionType(List.class, javaType.containedType(0));
    return EnvelopeConverter.ofPage(mapper, items, new DataMember(key, otherKey, false));
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return new BodyConverter<>(mapper.writerFor(mapper.constructType(type)));
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return JsonTextConverter.of(mapper, type, annotations);
  }

  private static @Nullable String dataKey(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof DataKey key) {
        return key.value();
      }
    }
    return null;
  }
}
