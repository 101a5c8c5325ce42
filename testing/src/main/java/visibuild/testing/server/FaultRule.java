package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.SandboxHttpResponse;

/**
 * Something that goes wrong on purpose.
 *
 * @param pathPrefix how the paths begin that it befalls
 * @param times how many requests it befalls
 * @param instead what is answered without acting upon the request; null if it is acted upon
 */
public record FaultRule(
    String pathPrefix, int times, @Nullable SandboxHttpResponse instead, ResponseEnding ending) {
  FaultRule less() {
    return new FaultRule(pathPrefix, times - 1, instead, ending);
  }
}
