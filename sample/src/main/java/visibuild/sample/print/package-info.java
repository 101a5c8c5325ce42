/**
 * Shows a report to people: a table for the terminal, a page for the browser. Knows the report, and
 * the statuses of the records.
 */
@NullMarked
package visibuild.sample.print;

import org.jspecify.annotations.NullMarked;
