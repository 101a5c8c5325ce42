/** Reads all projects, their visis and their tickets page by page into a report. */
@NullMarked
package visibuild.sample.gather;

import org.jspecify.annotations.NullMarked;
