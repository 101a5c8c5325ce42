package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that Jackson would silently change: {@code 1e400}, {@code 1e-400} and the text
 * "NaN" for a floating-point number, 200 for a {@code byte}, and the text "null" for a number, a
 * truth value or a character. An {@link Object} may hold such a number too.
 */
final class ExactScalarDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  /** The types besides primitives and numbers. */
  private static final Set<Class<?>> FURTHER_TYPES =
      Set.of(Boolean.class, Character.class, AtomicBoolean.class, Object.class);

  private final Class<?> type;

  ExactScalarDeserializer(JsonDeserializer<?> scalars, Class<?> type) {
    super(scalars);
    this.type = type;
  }

  /** Returns whether Jackson may change a value of {@code type} silently. */
  static boolean isFor(Class<?> type) {
    return type.isPrimitive()
        || Number.class.isAssignableFrom(type)
        || FURTHER_TYPES.contains(type);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> scalars) {
    return new ExactScalarDeserializer(scalars, type);
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (isTextualNull(json)) {
      return refuse(context);
    }
    @Nullable Object value = super.deserialize(json, context);
    return isFinite(value) && !isOtherByte(json, value) && !isOtherThanZero(json, value)
        ? value
        : refuse(context);
  }

  private Object refuse(DeserializationContext context) throws IOException {
    return context.reportInputMismatch(type, "not an exact value");
  }

  /** Jackson reads this text as zero, false or null. */
  private boolean isTextualNull(JsonParser json) throws IOException {
    return type != Object.class
        && json.hasToken(JsonToken.VALUE_STRING)
        && json.getText().strip().equals("null");
  }

  /** Jackson reads 128 to 255 as the negative byte of the same bits. */
  private static boolean isOtherByte(JsonParser json, @Nullable Object value) throws IOException {
    return value instanceof Byte read
        && read < 0
        && json.currentToken().isScalarValue()
        && !json.getText().strip().startsWith("-");
  }

  /** Jackson reads a number that is too small as zero. */
  private static boolean isOtherThanZero(JsonParser json, @Nullable Object value)
      throws IOException {
    if (!(value instanceof Double || value instanceof Float)
        || ((Number) value).doubleValue() != 0
        || json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      return false;
    }
    String text = json.getText();
    for (int i = 0; i < text.length() && Character.toLowerCase(text.charAt(i)) != 'e'; i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isFinite(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    if (value instanceof Map<?, ?> members) {
      return members.values().stream().allMatch(ExactScalarDeserializer::isFinite);
    }
    return !(value instanceof Collection<?> elements)
        || elements.stream().allMatch(ExactScalarDeserializer::isFinite);
  }
}
