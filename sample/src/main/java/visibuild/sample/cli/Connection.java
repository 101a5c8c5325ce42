package visibuild.sample.cli;

import java.time.Clock;
import visibuild.Visibuild;

/**
 * An open way to a Visibuild.
 *
 * @param name where it leads, in words
 * @param visibuild what calls go through
 * @param clock the time there: the sandbox has its own, so that its report is the same every day
 * @param afterwards what else there is to end
 */
record Connection(String name, Visibuild visibuild, Clock clock, Runnable afterwards)
    implements AutoCloseable {
  @Override
  public void close() {
    visibuild.close();
    afterwards.run();
  }
}
