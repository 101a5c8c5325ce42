/**
 * Visibuild in the user's own JVM, for tests: the {@link visibuild.testing.VisibuildSandbox} and
 * its JUnit 5 extension.
 *
 * <p>This is the public room. It knows the rooms {@code server} and, for what it maps to its own
 * types, {@code http}, {@code oauth} and {@code storage}.
 */
@NullMarked
package visibuild.testing;

import org.jspecify.annotations.NullMarked;
