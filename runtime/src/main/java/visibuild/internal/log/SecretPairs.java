package visibuild.internal.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the objects of a JSON document that name a secret in one member and hold it in another,
 * such as {@code {"name": "apiKey", "value": "..."}}. The objects are numbered in the order of
 * their start. Also counts while the document is read again.
 */
final class SecretPairs {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "key",
          "k",
          "field",
          "fieldname",
          "header",
          "id",
          "label",
          "parameter",
          "property",
          "question",
          "setting",
          "title",
          "type",
          "variable");
  private static final Set<String> VALUES =
      Set.of("value", "values", "val", "v", "fieldvalue", "content", "text", "answer");

  private final BitSet secret = new BitSet();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int count;

  private SecretPairs() {}

  /** Reads the first {@code length} bytes of {@code document}. */
  static SecretPairs find(byte[] document, int length) {
    SecretPairs found = new SecretPairs();
    try (JsonParser json = JSON.createParser(document, 0, length)) {
      JsonToken token;
      while ((token = json.nextToken()) != null) {
        found.advance(token);
        if (token == JsonToken.VALUE_STRING
            && json.currentName() != null
            && NAMES.contains(json.currentName().toLowerCase(Locale.ROOT))
            && SecretNames.isSecret(json.getText())) {
          found.secret.set(found.open.element());
        }
      }
    } catch (IOException e) {
      // The name may follow after the place where the document was cut.
      found.open.forEach(found.secret::set);
    }
    found.open.clear();
    found.count = 0;
    return found;
  }

  /** Returns whether a member of this name may be the value of a pair. */
  static boolean isValue(String name) {
    return VALUES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Follows the reader of the document by one token. */
  void advance(JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      open.push(count);
      count++;
    } else if (token == JsonToken.END_OBJECT) {
      open.pop();
    }
  }

  /** Returns whether the innermost open object names a secret. */
  boolean isSecret() {
    return !open.isEmpty() && secret.get(open.element());
  }
}
