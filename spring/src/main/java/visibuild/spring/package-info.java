/**
 * Auto-configuration of Visibuild for Spring Boot: the properties {@code visibuild.*}, the beans
 * {@link visibuild.Visibuild}, {@link visibuild.ReadAccess} and {@link visibuild.WriteAccess}, and
 * the customizer of the builder.
 */
@NullMarked
package visibuild.spring;

import org.jspecify.annotations.NullMarked;
