package visibuild;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the member of a response's {@code data} that a method returns.
 *
 * <p>Visibuild wraps values: {@code {"data": {"projects": [...]}}}. If {@code data} has one member,
 * that member is the value, whatever its name. If it has several, this annotation selects one:
 *
 * <pre>{@code
 * // {"data": {"ticket": {...}, "visis": [...]}}
 * @DataKey("ticket")
 * @GET("tickets/{id}")
 * Ticket get(@Path("id") String id);
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DataKey {
  /** The name of the member, as it stands in the JSON. */
  String value();
}
