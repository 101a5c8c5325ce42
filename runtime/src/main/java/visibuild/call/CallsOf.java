package visibuild.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the {@link visibuild.VisibuildApi} interface that the calls of a generated client carry
 * out. The runtime looks there whether a POST is declared to read only.
 *
 * <p>For generated clients:
 *
 * <pre>{@code
 * @CallsOf(SearchApi.class)
 * interface Calls {
 *   @RequiresScope(Scope.READ)
 *   @POST("api/v2/search")
 *   Call<List<Result>> search(@Body Query query);
 * }
 * }</pre>
 *
 * <p>It grants no access by itself: a POST counts as a read only if the named interface declares
 * the same path with {@code @RequiresScope(Scope.READ)}.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CallsOf {
  /** Returns the interface. */
  Class<?> value();
}
