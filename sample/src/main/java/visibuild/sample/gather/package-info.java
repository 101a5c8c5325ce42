/**
 * Reads the sites: all projects, their visis and their tickets, page by page, into a report. Knows
 * the interfaces, the records and the report.
 */
@NullMarked
package visibuild.sample.gather;

import org.jspecify.annotations.NullMarked;
