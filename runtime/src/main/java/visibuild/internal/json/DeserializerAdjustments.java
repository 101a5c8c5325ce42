package visibuild.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.MapType;
import java.time.Instant;

/** Wraps those of Jackson's deserializers that are slow, or would change a value silently. */
final class DeserializerAdjustments extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private DeserializerAdjustments() {}

  static Module module() {
    return new SimpleModule("visibuild").setDeserializerModifier(new DeserializerAdjustments());
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription description, JsonDeserializer<?> values) {
    Class<?> type = description.getBeanClass();
    return type == Instant.class ? new Instants(values) : exact(values, type);
  }

  @Override
  public JsonDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription description,
      JsonDeserializer<?> arrays) {
    return exact(arrays, type.getRawClass());
  }

  @Override
  public JsonDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription description,
      JsonDeserializer<?> maps) {
    return type.getKeyType().isEnumType() ? new UnknownEnumKeyDeserializer(maps) : maps;
  }

  private static JsonDeserializer<?> exact(JsonDeserializer<?> scalars, Class<?> type) {
    return ExactScalarDeserializer.isFor(type)
        ? new ExactScalarDeserializer(scalars, type)
        : scalars;
  }
}
