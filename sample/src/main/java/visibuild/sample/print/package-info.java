/** Prints a report: a table for the terminal, a page for the browser. */
@NullMarked
package visibuild.sample.print;

import org.jspecify.annotations.NullMarked;
