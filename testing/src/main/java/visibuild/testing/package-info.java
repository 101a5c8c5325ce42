/**
 * Visibuild in the user's own JVM, for tests: the {@link visibuild.testing.VisibuildSandbox} and
 * its JUnit 5 extension.
 *
 * <p>The only exported package. It knows {@code server} and, to map their types to public ones,
 * {@code http}, {@code oauth} and {@code storage}.
 */
@NullMarked
package visibuild.testing;

import org.jspecify.annotations.NullMarked;
