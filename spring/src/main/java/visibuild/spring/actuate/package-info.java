/** The health indicator and the endpoint {@code visibuild} of Spring Boot's actuator. */
@NullMarked
package visibuild.spring.actuate;

import org.jspecify.annotations.NullMarked;
