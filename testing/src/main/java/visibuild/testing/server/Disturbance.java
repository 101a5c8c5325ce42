package visibuild.testing.server;

import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Answer;

/**
 * Something that goes wrong on purpose.
 *
 * @param pathPrefix how the paths begin that it befalls
 * @param times how many requests it befalls
 * @param instead what is answered without acting upon the request; null if it is acted upon
 */
public record Disturbance(String pathPrefix, int times, @Nullable Answer instead, Ending ending) {
  Disturbance less() {
    return new Disturbance(pathPrefix, times - 1, instead, ending);
  }
}
