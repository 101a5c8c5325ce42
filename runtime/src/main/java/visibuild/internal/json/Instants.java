package visibuild.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point in time as Visibuild writes it straight from the parser's characters, and all else
 * as Jackson does: its formatter makes two kilobytes of objects for each, most of what a list of
 * records costs.
 */
final class Instants extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  Instants(JsonDeserializer<?> others) {
    super(others);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> others) {
    return new Instants(others);
  }

  /** A property with its own format uses that format. */
  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    JsonFormat.Value format = findFormatOverrides(context, property, Instant.class);
    return format == null || format.equals(JsonFormat.Value.empty())
        ? super.createContextual(context, property)
        : context.handleSecondaryContextualization(
            getDelegatee(), property, context.constructType(Instant.class));
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
