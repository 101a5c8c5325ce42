/**
 * The company of the sandbox: plain records and their generator. The same seed and the same day
 * give the same company.
 *
 * <p>Each record has the members that Visibuild's documentation names or that Visibuild's own
 * published client programs read, and no others, so that no test relies on an invented one.
 *
 * <p>Knows no other package, no HTTP and no JSON.
 */
@NullMarked
package visibuild.testing.data;

import org.jspecify.annotations.NullMarked;
