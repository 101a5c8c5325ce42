package visibuild;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the member of an answer's {@code data} that a method returns.
 *
 * <p>Visibuild wraps what it answers: {@code {"data": {"projects": [...]}}}. Where {@code data} has
 * one member that member is the answer, whatever its name, and no annotation is needed. Where it
 * has several, this one chooses:
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
