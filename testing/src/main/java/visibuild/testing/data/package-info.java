/**
 * The company of the sandbox: plain records and their generator. The same seed and the same day
 * give the same company.
 *
 * <p>Knows no other room, no HTTP and no JSON.
 */
@NullMarked
package visibuild.testing.data;

import org.jspecify.annotations.NullMarked;
