package visibuild.internal.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.TokenRedactor;

/**
 * Writes the start of a JSON document on one line, without secrets.
 *
 * <p>It walks the tokens of the document, so the whole value of a secret member is left out,
 * however deep it is. Text after the point where the document stops to be JSON is left out too.
 */
final class JsonRedactor {
  private static final JsonFactory JSON = new JsonFactory();

  /** The start of an object or an array with content, within a sentence. */
  private static final Pattern DOCUMENT_START = Pattern.compile("[{\\[]\\s{0,10}[{\\[\"]");

  /** A text that holds a JSON document is redacted as one, up to this depth. */
  private static final int MAX_NESTED_DOCUMENTS = 3;

  /** A longer text is a sentence. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");

  private final byte[] document;
  private final int length;
  private final TokenRedactor tokens;
  private final int nesting;
  private final StringBuilder line = new StringBuilder();

  private JsonRedactor(byte[] document, int length, TokenRedactor tokens, int nesting) {
    this.document = document;
    this.length = length;
    this.tokens = tokens;
    this.nesting = nesting;
  }

  /**
   * Returns the first {@code length} bytes of {@code document} without secrets; empty if they are
   * not JSON.
   *
   * @param tokens removes the tokens of the request
   * @param isTruncated whether the document goes on after {@code length}
   */
  static Optional<String> redact(
      byte[] document, int length, TokenRedactor tokens, boolean isTruncated) {
    return new JsonRedactor(document, length, tokens, 0).redact(isTruncated);
  }

  private Optional<String> redact(boolean isTruncated) {
    boolean isComplete = false;
    SecretPairs pairs = SecretPairs.find(document, length);
    try (JsonParser json = JSON.createParser(document, 0, length)) {
      String previous = "";
      JsonToken token;
      while ((token = json.nextToken()) != null) {
        if (token == JsonToken.FIELD_NAME) {
          name(json.currentName());
          if (SecretNames.isSecret(json.currentName())
              || (pairs.isSecret() && SecretPairs.isValue(json.currentName()))) {
            line.append(Redactor.MARK);
            skipValue(json, pairs);
          }
        } else if (token.isScalarValue() && isSecretName(previous)) {
          // A pair such as ["token", "..."].
          separate();
          line.append(Redactor.MARK);
        } else {
          pairs.advance(token);
          value(json, token);
        }
        previous =
            token == JsonToken.VALUE_STRING && json.getParsingContext().inArray()
                ? json.getText()
                : "";
      }
      isComplete = true;
    } catch (IOException e) {
      if (line.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(isComplete && !isTruncated ? line.toString() : line + "...");
  }

  /** Skips the value of a member; {@code pairs} counts the objects in it. */
  private static void skipValue(JsonParser json, SecretPairs pairs) throws IOException {
    int depth = 0;
    do {
      @Nullable JsonToken token = json.nextToken();
      if (token == null) {
        return;
      }
      pairs.advance(token);
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    } while (depth > 0);
  }

  /** Returns whether an element of an array may name the element after it as a secret. */
  private static boolean isSecretName(String element) {
    return NAME.matcher(element).matches() && SecretNames.isSecret(element);
  }

  private void name(String name) {
    separate();
    quote(name);
    line.append(':');
  }

  private void value(JsonParser json, JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        separate();
        line.append('{');
      }
      case START_ARRAY -> {
        separate();
        line.append('[');
      }
      case END_OBJECT -> line.append('}');
      case END_ARRAY -> line.append(']');
      case VALUE_STRING -> {
        separate();
        string(json);
      }
      default -> {
        separate();
        line.append(Redactor.text(json.getText(), tokens, false));
      }
    }
  }

  /** Appends a comma between two members or elements. */
  private void separate() {
    char last = line.isEmpty() ? '{' : line.charAt(line.length() - 1);
    if (last != '{' && last != '[' && last != ':') {
      line.append(',');
    }
  }

  private void string(JsonParser json) throws IOException {
    int start = (int) json.currentTokenLocation().getByteOffset() + 1;
    String text;
    try {
      text = json.getText();
    } catch (IOException e) {
      truncatedString(start);
      throw e;
    }
    quote(nested(text).or(() -> embedded(text)).orElse(text));
  }

  /** Returns {@code text} up to the end of the JSON document in it, if it holds one. */
  private Optional<String> embedded(String text) {
    Matcher start = DOCUMENT_START.matcher(text);
    return start.find()
        ? nested(text.substring(start.start())).map(json -> text.substring(0, start.start()) + json)
        : Optional.empty();
  }

  /** Returns {@code text} redacted as JSON, if it is an object or an array. */
  private Optional<String> nested(String text) {
    String start = text.strip();
    boolean isDocument = start.startsWith("{") || start.startsWith("[");
    if (!isDocument || nesting == MAX_NESTED_DOCUMENTS) {
      return isDocument ? Optional.of(Redactor.MARK) : Optional.empty();
    }
    byte[] bytes = start.getBytes(StandardCharsets.UTF_8);
    return new JsonRedactor(bytes, bytes.length, tokens, nesting + 1).redact(false);
  }

  /** Appends the start of a string that the end of the preview cut. */
  private void truncatedString(int start) {
    // Where the parser decodes another encoding than UTF-8, the place in the bytes is not known.
    boolean isFound = start > 0 && start <= length && document[start - 1] == '"';
    String text =
        isFound ? new String(document, start, length - start, StandardCharsets.UTF_8) : "\\";
    boolean isPlain = text.indexOf('\\') < 0 && text.indexOf('"') < 0;
    boolean isDocument = text.startsWith("{") || text.startsWith("[");
    line.append('"');
    line.append(isPlain && !isDocument ? Redactor.text(text, tokens, true) : Redactor.MARK);
  }

  private void quote(String text) {
    line.append('"')
        .append(JsonStringEncoder.getInstance().quoteAsString(Redactor.text(text, tokens, false)))
        .append('"');
  }
}
