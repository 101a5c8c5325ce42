package visibuild.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import visibuild.Scope;

/**
 * Runs a Spring Boot test on the sandbox: the program's {@code Visibuild} talks to a {@link
 * visibuild.testing.VisibuildSandbox}, which can be injected.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureVisibuildSandbox
 * class TicketServiceTest {
 *   @Autowired VisibuildSandbox sandbox;
 *   @Autowired TicketService tickets;
 * }
 * }</pre>
 *
 * <p>The annotation replaces the region, the base URL and the credential of the program, and keeps
 * its other properties. Tests that share an application context share its sandbox, which is closed
 * with the context. Needs {@code visibuild-testing} and {@code spring-boot-starter-test}.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AutoConfigureVisibuildSandbox {
  /**
   * The scope of the sandbox's credential. By default it is the program's {@code visibuild.scope},
   * or {@link Scope#READ_WRITE} if that is not set.
   */
  Scope[] scope() default {};

  /** The seed of the sandbox's company. */
  long seed() default 1;
}
