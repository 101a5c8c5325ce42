package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Refuses a class of the JDK without properties, such as {@code LongAdder}. Jackson would make an
 * empty one of each object, and drop all members.
 */
final class DatalessDeserializer extends StdDeserializer<Object> {
  private static final long serialVersionUID = 1L;

  DatalessDeserializer(JavaType type) {
    super(type);
  }

  /** Returns whether {@code values} would make a {@code type} and set nothing in it. */
  static boolean isFor(JsonDeserializer<?> values, Class<?> type) {
    return values instanceof BeanDeserializerBase bean
        && bean.getPropertyCount() == 0
        && TypeAdvice.isOfJdk(type);
  }

  @Override
  public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return context.reportBadDefinition(getValueType(), "no properties");
  }
}
