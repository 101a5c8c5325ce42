package visibuild;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a method needs, where its HTTP verb does not tell.
 *
 * <p>Without it GET, HEAD and OPTIONS need {@link Scope#READ}, and every other verb {@link
 * Scope#READ_WRITE}. A POST that only searches reads:
 *
 * <pre>{@code
 * @RequiresScope(Scope.READ)
 * @POST("visis/search")
 * List<Visi> search(@Body VisiQuery query);
 * }</pre>
 *
 * <p>PUT, PATCH and DELETE always write, so the processor refuses {@link Scope#READ} on them.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RequiresScope {
  /** The scope that a call of this method needs. */
  Scope value();
}
