/** The content of the report: counts by project and status. No input, output or clock. */
@NullMarked
package visibuild.sample.report;

import org.jspecify.annotations.NullMarked;
