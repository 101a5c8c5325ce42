package visibuild.internal.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.deser.std.MapDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
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
    if (type == Instant.class) {
      return new Instants(values);
    }
    if (ExactTimeDeserializer.isFor(type)) {
      return new ExactTimeDeserializer(values, type);
    }
    if (DatalessDeserializer.isFor(values, type)) {
      return new DatalessDeserializer(description.getType());
    }
    return ExactScalarDeserializer.isFor(type) ? new ExactScalarDeserializer(values, type) : values;
  }

  @Override
  public JsonDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription description,
      JsonDeserializer<?> arrays) {
    return type.getContentType().isPrimitive()
        ? new PrimitiveArrayDeserializer(arrays, type.getContentType())
        : arrays;
  }

  @Override
  public JsonDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription description,
      JsonDeserializer<?> maps) {
    if (!type.getKeyType().isEnumType() && !type.getContentType().isEnumType()) {
      return maps;
    }
    if (maps instanceof MapDeserializer standard
        && NullFreeContainers.isMap(type.getRawClass(), standard.getValueInstantiator())) {
      return new NullFreeContainers(standard.getValueInstantiator());
    }
    return type.getKeyType().isEnumType() ? new UnknownEnumKeyDeserializer(maps) : maps;
  }

  @Override
  public JsonDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription description,
      JsonDeserializer<?> collections) {
    return type.getContentType().isEnumType()
            && collections instanceof CollectionDeserializer standard
            && NullFreeContainers.isCollection(type.getRawClass(), standard.getValueInstantiator())
        ? new NullFreeContainers(standard.getValueInstantiator())
        : collections;
  }
}
