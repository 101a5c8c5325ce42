package visibuild.spring.test;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import visibuild.Scope;
import visibuild.spring.VisibuildBuilderCustomizer;
import visibuild.testing.VisibuildSandbox;

/**
 * Starts a sandbox for one application context, registers it as a bean and points the program's
 * properties at it. A record, because Spring's cache compares contexts by their customizers.
 *
 * @param scope the scope of the credential; empty for that of the program
 * @param seed the seed of the sandbox's company
 */
record SandboxContextCustomizer(List<Scope> scope, long seed) implements ContextCustomizer {
  private static final String SANDBOX = "visibuildSandbox";
  private static final String CLOCK = "visibuildSandboxClock";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    VisibuildSandbox sandbox = VisibuildSandbox.builder().seed(seed).start();
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton(SANDBOX, sandbox);
    beans.registerDisposableBean(SANDBOX, sandbox::close);
    VisibuildBuilderCustomizer clock = builder -> builder.clock(sandbox.clock());
    beans.registerSingleton(CLOCK, clock);
    ConfigurableEnvironment environment = context.getEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource(SANDBOX, properties(sandbox, scope(environment))));
  }

  private Scope scope(ConfigurableEnvironment environment) {
    return scope.isEmpty()
        ? Binder.get(environment).bind("visibuild.scope", Scope.class).orElse(Scope.READ_WRITE)
        : scope.get(0);
  }

  /** A blank value counts as not set, and hides the program's. */
  private static Map<String, Object> properties(VisibuildSandbox sandbox, Scope scope) {
    Map<String, String> variables = sandbox.environment(scope);
    return Map.of(
        "visibuild.base-url",
        variables.get("VISIBUILD_BASE_URL"),
        "visibuild.client-id",
        variables.get("VISIBUILD_CLIENT_ID"),
        "visibuild.client-secret",
        variables.get("VISIBUILD_CLIENT_SECRET"),
        "visibuild.scope",
        variables.get("VISIBUILD_SCOPE"),
        "visibuild.region",
        "",
        "visibuild.client-secret-file",
        "",
        "visibuild.token",
        "",
        "visibuild.token-expires",
        "");
  }
}
