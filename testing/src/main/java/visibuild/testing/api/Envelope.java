package visibuild.testing.api;

import java.util.Map;
import visibuild.testing.http.Answer;

/** The envelope around one record. */
final class Envelope {
  private Envelope() {}

  static Answer of(int status, String key, Object value) {
    return Answer.json(status, Map.of("data", Map.of(key, value)));
  }
}
