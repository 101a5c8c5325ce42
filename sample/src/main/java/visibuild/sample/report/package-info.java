/**
 * What the report says: counts by project and status. Pure: no network, no clock of its own. Knows
 * the records.
 */
@NullMarked
package visibuild.sample.report;

import org.jspecify.annotations.NullMarked;
