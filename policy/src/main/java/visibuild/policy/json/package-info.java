/**
 * Strict JSON for files that people write: each value knows its line, and an unknown key is an
 * error. Knows nothing of policies.
 */
@NullMarked
package visibuild.policy.json;

import org.jspecify.annotations.NullMarked;
