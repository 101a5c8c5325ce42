package visibuild.sample.cli;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import visibuild.Credential;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.testing.VisibuildSandbox;

/** The sandbox, unless the environment has a variable {@code VISIBUILD_*}. */
final class EnvironmentConnections implements Connection.Source {
  private static final String PREFIX = "VISIBUILD_";

  private final Map<String, String> environment;
  private final Clock clock;

  /** Chooses by {@code environment}; {@code clock} is the time at Visibuild. */
  EnvironmentConnections(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Connection open(@Nullable Scope sandbox) {
    if (sandbox != null) {
      return sandbox(sandbox);
    }
    boolean isSaid = environment.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    return isSaid ? visibuild() : sandbox(Scope.READ_WRITE);
  }

  private static Connection sandbox(Scope scope) {
    VisibuildSandbox sandbox = VisibuildSandbox.start();
    return new Connection(
        "the sandbox (made-up data, credential \"%s\")".formatted(scope.parameter()),
        sandbox.visibuild(scope),
        sandbox.clock(),
        sandbox::close);
  }

  private Connection visibuild() {
    try {
      Visibuild visibuild = Visibuild.builder().credential(Credential.fromEnvironment()).build();
      return new Connection(
          "Visibuild at %s (credential \"%s\")".formatted(place(), visibuild.scope().parameter()),
          visibuild,
          clock,
          () -> {});
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The base URL or the region, whichever the connection was just made with. */
  private String place() {
    String baseUrl = environment.getOrDefault("VISIBUILD_BASE_URL", "").strip();
    return baseUrl.isEmpty() ? "region " + environment.get("VISIBUILD_REGION") : baseUrl;
  }
}
