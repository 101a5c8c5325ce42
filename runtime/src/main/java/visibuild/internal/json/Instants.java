package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point in time as Visibuild writes it straight from the parser's characters, and all else
 * as Jackson does: its formatter makes two kilobytes of objects for each, most of what a list of
 * records costs.
 */
final class Instants extends ExactTimeDeserializer {
  private static final long serialVersionUID = 1L;

  Instants(JsonDeserializer<?> others) {
    super(others, Instant.class);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> others) {
    return new Instants(others);
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    @Nullable Instant plain =
        json.hasToken(JsonToken.VALUE_STRING)
            ? UtcInstantParser.instant(
                json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
            : null;
    return plain == null ? super.deserialize(json, context) : plain;
  }
}
