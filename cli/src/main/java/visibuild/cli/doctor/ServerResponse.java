package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A response.
 *
 * @param json the body, or {@code null} if it is no JSON
 * @param handshake the TLS handshake, or {@code null} without TLS
 */
record ServerResponse(
    int status, Headers headers, @Nullable JsonNode json, @Nullable Handshake handshake) {
  private static final Set<String> KNOWN_TYPES =
      Set.of("application/json", "text/html", "text/plain");

  /** Returns the media type; {@code other} hides one that is not expected. */
  String mediaType() {
    String header = headers.get("Content-Type");
    MediaType type = header == null ? null : MediaType.parse(header);
    if (type == null) {
      return "none";
    }
    String name = type.type() + "/" + type.subtype();
    return KNOWN_TYPES.contains(name) ? name : "other";
  }
}
