package visibuild.sample.cli;

import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/** Opens the way to a Visibuild. */
@FunctionalInterface
interface Connections {
  /**
   * The way to the sandbox, with a credential of the scope {@code sandbox}; or, if that is {@code
   * null}, to wherever the environment says.
   *
   * @throws SettingsException if the environment does not say it well
   */
  Connection open(@Nullable Scope sandbox);
}
