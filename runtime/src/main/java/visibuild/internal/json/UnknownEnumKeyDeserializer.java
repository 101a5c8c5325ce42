package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops map entries with an unknown enum constant as key. Jackson would store them under a {@code
 * null} key.
 */
final class UnknownEnumKeyDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  UnknownEnumKeyDeserializer(JsonDeserializer<?> maps) {
    super(maps);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> maps) {
    return new UnknownEnumKeyDeserializer(maps);
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    @Nullable Object map = super.deserialize(json, context);
    if (map instanceof Map<?, ?> entries) {
      entries.remove(null);
    }
    return map;
  }
}
