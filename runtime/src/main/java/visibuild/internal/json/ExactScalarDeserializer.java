package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that Jackson would silently change: {@code 1e400} and the text "NaN" for a
 * floating-point number, 200 for a {@code byte}, and the text "null" for a primitive.
 */
final class ExactScalarDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> FLOATING =
      Set.of(double.class, float.class, Double.class, Float.class, double[].class, float[].class);

  private final Class<?> type;

  ExactScalarDeserializer(JsonDeserializer<?> scalars, Class<?> type) {
    super(scalars);
    this.type = type;
  }

  /** Returns whether Jackson may change a value of {@code type} silently. */
  static boolean isFor(Class<?> type) {
    return type.isPrimitive() || FLOATING.contains(type) || type == Byte.class;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> scalars) {
    return new ExactScalarDeserializer(scalars, type);
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (isTextualNull(json) || isBeyondByte(json)) {
      return refuse(context);
    }
    @Nullable Object value = super.deserialize(json, context);
    return isFinite(value) ? value : refuse(context);
  }

  private Object refuse(DeserializationContext context) throws IOException {
    return context.reportInputMismatch(type, "not an exact value");
  }

  /** Jackson reads this text as zero or false. */
  private boolean isTextualNull(JsonParser json) throws IOException {
    return type.isPrimitive()
        && json.hasToken(JsonToken.VALUE_STRING)
        && json.getText().strip().equals("null");
  }

  /** Jackson accepts 128 to 255 as the negative byte of the same bits. */
  private boolean isBeyondByte(JsonParser json) throws IOException {
    return (type == byte.class || type == Byte.class)
        && json.hasToken(JsonToken.VALUE_NUMBER_INT)
        && json.getBigIntegerValue().bitLength() >= Byte.SIZE;
  }

  private static boolean isFinite(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    if (value instanceof double[] all) {
      return DoubleStream.of(all).allMatch(Double::isFinite);
    }
    if (value instanceof float[] all) {
      for (float each : all) {
        if (!Float.isFinite(each)) {
          return false;
        }
      }
    }
    return true;
  }
}
