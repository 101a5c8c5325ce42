package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpResponse;

/**
 * An injected fault.
 *
 * @param pathPrefix the start of the affected paths
 * @param times the number of affected requests
 * @param instead the response to send without processing the request; null to process it
 */
public record FaultRule(
    String pathPrefix, int times, @Nullable SandboxHttpResponse instead, ResponseEnding ending) {
  FaultRule less() {
    return new FaultRule(pathPrefix, times - 1, instead, ending);
  }
}
