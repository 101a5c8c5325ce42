package visibuild.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import visibuild.Scope;

/**
 * Gives each test of a JUnit class a new sandbox, started when the test requests it and closed
 * after the test.
 *
 * <pre>{@code
 * @VisibuildSandboxTest
 * class ProjectsTest {
 *   @Test
 *   void readsWithAReadToken(VisibuildSandbox sandbox, ReadAccess access) {
 *     ProjectsApiClient.create(access).list().stream().toList();
 *     assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
 *   }
 * }
 * }</pre>
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} may have parameters of the types
 * {@link VisibuildSandbox}, {@link visibuild.Visibuild}, {@link visibuild.ReadAccess} and {@link
 * visibuild.WriteAccess}; within one test all of them belong to one sandbox. A test that needs
 * other settings uses {@link VisibuildSandbox#builder()} instead.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // A user of this annotation requires JUnit already.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SandboxExtension.class)
public @interface VisibuildSandboxTest {
  /** The scope of the credential behind the injected {@code Visibuild} and its accesses. */
  Scope scope() default Scope.READ_WRITE;

  /**
   * Returns whether the sandbox refuses undocumented paths, query parameters and body members, as
   * {@link SandboxBuilder#strict()} describes.
   */
  boolean strict() default true;

  /** The seed of the sandbox's company. */
  long seed() default 1;
}
