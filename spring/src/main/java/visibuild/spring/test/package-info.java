/** Runs a Spring Boot test on the sandbox. */
@NullMarked
package visibuild.spring.test;

import org.jspecify.annotations.NullMarked;
