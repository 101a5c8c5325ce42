package visibuild.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import visibuild.Visibuild;
import visibuild.client.VisibuildClient;
import visibuild.client.VisibuildReadClient;
import visibuild.spring.fixture.ProjectsApi;
import visibuild.spring.fixture.TicketsApi;

/** A program that is processed ahead of time, and starts from what that generated. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class AotProgram {
  /** Starts the program with the generated initializer and makes a client of each kind. */
  @SuppressWarnings("unchecked")
  public static String start(String initializer) throws ReflectiveOperationException {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      properties().applyTo(context);
      ApplicationContextInitializer<GenericApplicationContext> generated =
          Class.forName(initializer)
              .asSubclass(ApplicationContextInitializer.class)
              .getDeclaredConstructor()
              .newInstance();
      generated.initialize(context);
      context.refresh();
      context.getBean(ProjectsApi.class);
      context.getBean(TicketsApi.class);
      context.getBean(VisibuildReadClient.class);
      context.getBean(VisibuildClient.class);
      return context.getBean(Visibuild.class).clients().toString();
    }
  }

  static TestPropertyValues properties() {
    return TestPropertyValues.of(
        "visibuild.region=apac",
        "visibuild.client-id=my-client",
        "visibuild.client-secret=my-secret",
        "visibuild.scope=read write");
  }
}
