package visibuild;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a description of a part of the Visibuild API, and states the scope that its
 * methods need.
 *
 * <p>The methods carry Retrofit's annotations and return plain types. For an interface {@code
 * ProjectsApi} the annotation processor writes {@code ProjectsApiClient}, a class that implements
 * it ({@code Outer_InnerApiClient} for an interface {@code InnerApi} nested in {@code Outer}):
 *
 * <pre>{@code
 * @VisibuildApi(scope = Scope.READ)
 * public interface ProjectsApi {
 *   @GET("projects")
 *   Paged<Project> list();
 * }
 *
 * ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
 * }</pre>
 *
 * <p>The compiler refuses an interface whose scope is too narrow for one of its methods, and one
 * whose scope is wider than any of them needs.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface VisibuildApi {
  /** The scope that the methods of the interface need, and no more. */
  Scope scope();

  /**
   * The path that the methods' paths continue, below Visibuild's origin. The default is the Core
   * API's; the Reporting API's is {@code "api/v2/"}. Ends with a slash, and does not begin with
   * one.
   */
  String path() default "api/core/v1/";
}
