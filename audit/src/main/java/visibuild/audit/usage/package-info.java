/**
 * Merges the usage that running programs recorded, and proposes a smaller policy. Knows no other
 * package of the audit.
 */
@NullMarked
package visibuild.audit.usage;

import org.jspecify.annotations.NullMarked;
