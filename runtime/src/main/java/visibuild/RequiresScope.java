package visibuild;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the scope that a method needs, where its HTTP method does not decide.
 *
 * <p>Without it GET, HEAD and OPTIONS need {@link Scope#READ}, and every other verb {@link
 * Scope#READ_WRITE}. A POST that only searches can be declared a read:
 *
 * <pre>{@code
 * @RequiresScope(Scope.READ)
 * @POST("search")
 * List<Result> search(@Body Query query);
 * }</pre>
 *
 * <p>Every other verb than these four counts as a write, so the processor refuses {@link
 * Scope#READ} on it, and the runtime sends it with no token that reads. So does a POST with
 * {@code @Url}, because its caller chooses the endpoint. On an interface that is not a {@link
 * VisibuildApi}, {@link Scope#READ} has no effect: its POST requests count as writes.
 *
 * <p>A POST counts as a read only while its URL has the declared path. A placeholder fits one
 * segment, or several if its {@code @Path} is {@code encoded}. A redirect of a POST is not
 * followed, and fails as an {@link ApiException}. If a call factory of the program follows it to
 * another path with 307 or 308, the second request counts as a write.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {
  /** Returns the scope that a call of this method needs. */
  Scope value();
}
