package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an array of primitives by way of a list, so that each element is as exact as a single
 * value. Jackson's own reads null, the text "null" and {@code 1e-400} as zero. A text instead of an
 * array, such as Base64 for bytes, is left to Jackson.
 */
final class PrimitiveArrayDeserializer extends JsonDeserializer<Object>
    implements ContextualDeserializer {
  private final JsonDeserializer<?> arrays;
  private final JavaType component;

  /** Reads the elements; null before the context is known. */
  private final @Nullable JsonDeserializer<?> lists;

  PrimitiveArrayDeserializer(JsonDeserializer<?> arrays, JavaType component) {
    this(arrays, component, null);
  }

  private PrimitiveArrayDeserializer(
      JsonDeserializer<?> arrays, JavaType component, @Nullable JsonDeserializer<?> lists) {
    this.arrays = arrays;
    this.component = component;
    this.lists = lists;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    Class<?> boxed = MethodType.methodType(component.getRawClass()).wrap().returnType();
    JavaType list = context.getTypeFactory().constructCollectionType(ArrayList.class, boxed);
    return new PrimitiveArrayDeserializer(
        context.handleSecondaryContextualization(arrays, property, context.getContextualType()),
        component,
        context.findContextualValueDeserializer(list, property));
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      return arrays.deserialize(json, context);
    }
    List<?> elements = (List<?>) Objects.requireNonNull(lists).deserialize(json, context);
    Object array = Array.newInstance(component.getRawClass(), elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      if (element == null) {
        throw JsonMappingException.wrapWithPath(
            InvalidNullException.from(context, null, component), array, i);
      }
      Array.set(array, i, element);
    }
    return array;
  }

  @Override
  public @Nullable Object getEmptyValue(DeserializationContext context)
      throws JsonMappingException {
    return arrays.getEmptyValue(context);
  }
}
