/**
 * A request as the sandbox reads it, an answer as it writes it, and the table of routes between
 * them.
 *
 * <p>Knows no other room; from MockWebServer it takes what came in and what goes out.
 */
@NullMarked
package visibuild.testing.http;

import org.jspecify.annotations.NullMarked;
