package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code pagination} of a response. Unreadable content is refused: treating it as the last page
 * would silently drop records.
 */
final class Pagination {
  private Pagination() {}

  /** Returns the cursor of the next page; null on the last page, and without pagination. */
  static @Nullable String next(JsonParser json) throws IOException {
    if (json.hasToken(JsonToken.VALUE_NULL)) {
      return null;
    }
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw EnvelopeReader.noEnvelope("$.pagination is not an object");
    }
    boolean found = false;
    @Nullable String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isNext = json.currentName().equals("next");
      json.nextToken();
      if (isNext) {
        if (found) {
          throw EnvelopeReader.noEnvelope("$.pagination.next occurs twice");
        }
        next = cursor(json);
        found = true;
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      throw EnvelopeReader.noEnvelope("$.pagination has no member \"next\"");
    }
    return next;
  }

  private static @Nullable String cursor(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT -> json.getText();
      default -> throw EnvelopeReader.noEnvelope("$.pagination.next is neither a cursor nor null");
    };
  }
}
