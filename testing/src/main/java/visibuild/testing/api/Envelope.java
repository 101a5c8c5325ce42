package visibuild.testing.api;

import java.util.Map;
import visibuild.testing.http.SandboxHttpResponse;

/** The envelope around one record. */
final class Envelope {
  private Envelope() {}

  static SandboxHttpResponse of(int status, String key, Object value) {
    return SandboxHttpResponse.json(status, Map.of("data", Map.of(key, value)));
  }
}
