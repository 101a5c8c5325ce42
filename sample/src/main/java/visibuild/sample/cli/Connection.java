package visibuild.sample.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.client.VisibuildReadClient;

/**
 * A connection to Visibuild or to the sandbox.
 *
 * @param name the description for people
 * @param visibuild the connection of the runtime
 * @param clock the time at the server: the sandbox has its own, so that its report never changes
 * @param onClose closes the sandbox, if there is one
 */
record Connection(String name, Visibuild visibuild, Clock clock, Runnable onClose)
    implements AutoCloseable {
  /** Opens a connection. */
  @FunctionalInterface
  interface Source {
    /**
     * Opens a connection to the sandbox with a credential of the scope {@code sandbox}; or, if that
     * is {@code null}, to the server that the environment names.
     *
     * @throws SettingsException if the environment is incomplete or wrong
     */
    Connection open(@Nullable Scope sandbox);
  }

  /** Returns a client that reads. */
  VisibuildReadClient api() {
    return VisibuildReadClient.create(visibuild.readAccess());
  }

  @Override
  public void close() {
    visibuild.close();
    onClose.run();
  }
}
