package visibuild.testing.oauth;

import okio.ByteString;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Form;
import visibuild.testing.http.SandboxHttpRequest;

/**
 * The credentials of a client in a token request: in a Basic header, which Doorkeeper reads first
 * and does not decode, or in the form.
 */
record ClientAuthentication(@Nullable String id, @Nullable String secret) {
  private static final String BASIC = "Basic ";

  static ClientAuthentication of(SandboxHttpRequest request, Form form) {
    String header = request.headers().get("Authorization");
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      ByteString decoded = ByteString.decodeBase64(header.substring(BASIC.length()).strip());
      String[] parts = decoded == null ? new String[0] : decoded.utf8().split(":", 2);
      return parts.length == 2
          ? new ClientAuthentication(parts[0], parts[1])
          : new ClientAuthentication(null, null);
    }
    return new ClientAuthentication(form.get("client_id"), form.get("client_secret"));
  }

  @Override
  public String toString() {
    return "ClientAuthentication[id=" + id + "]";
  }
}
