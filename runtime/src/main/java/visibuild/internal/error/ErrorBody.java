package visibuild.internal.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Utf8;

/**
 * The body of an error, as far as its format is known. The JSON of Visibuild's errors is not
 * documented, so this looks for the members that Rails applications and OAuth servers write.
 *
 * <p>The tokens of the request are removed.
 *
 * @param text the text, truncated after 8 KiB
 * @param reason the general reason
 * @param fieldErrors the messages for each field
 */
record ErrorBody(String text, @Nullable String reason, Map<String, List<String>> fieldErrors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The members of Rails, OAuth servers and RFC 9457 (problem details), best first. */
  private static final List<String> REASONS =
      List.of("error_description", "message", "error", "detail", "title");

  /** Reads the start of {@code body}. */
  static ErrorBody read(@Nullable ResponseBody body, TokenRedactor tokens) {
    return parse(body == null ? "" : start(body, tokens), tokens);
  }

  private static String cut(String text) {
    return Utf8.truncate(text, Utf8.MAX_BODY_BYTES);
  }

  private static String start(ResponseBody body, TokenRedactor tokens) {
    BodyStart start = BodyStart.read(body);
    return start.isTruncated() ? tokens.redactTruncated(start.text()) : tokens.redact(start.text());
  }

  private static ErrorBody parse(String text, TokenRedactor tokens) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return new ErrorBody(cut(text), null, Map.of());
    }
    JsonNode errors = root.path("errors");
    // Some gateways nest the reason: {"error": {"code": 400, "message": "..."}}.
    JsonNode nested = root.path("error");
    @Nullable String reason = reason(nested.isObject() ? nested : root, errors);
    // Once more, since JSON has many ways to write the same.
    return new ErrorBody(
        cut(text), reason == null ? null : tokens.redact(reason), fieldErrors(errors, tokens));
  }

  private static @Nullable String reason(JsonNode root, JsonNode errors) {
    for (String member : REASONS) {
      if (root.path(member).isTextual()) {
        return root.path(member).asText();
      }
    }
    if (errors.isTextual()) {
      return errors.asText();
    }
    return errors.isArray() && !errors.isEmpty() ? String.join("; ", texts(errors)) : null;
  }

  private static Map<String, List<String>> fieldErrors(JsonNode errors, TokenRedactor tokens) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (errors.isObject()) {
      errors
          .properties()
          .forEach(
              field ->
                  fields.put(
                      tokens.redact(field.getKey()),
                      texts(field.getValue()).stream().map(tokens::redact).toList()));
    }
    return fields;
  }

  private static List<String> texts(JsonNode node) {
    if (!node.isArray()) {
      return List.of(text(node));
    }
    return StreamSupport.stream(node.spliterator(), false).map(ErrorBody::text).toList();
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
