package visibuild.sample.cli;

import visibuild.Visibuild;

/**
 * An open way to a Visibuild.
 *
 * @param name where it leads, in words that end a sentence
 * @param visibuild what calls go through
 * @param afterwards what else there is to close
 */
record Connection(String name, Visibuild visibuild, Runnable afterwards) implements AutoCloseable {
  @Override
  public void close() {
    visibuild.close();
    afterwards.run();
  }
}
