/**
 * The command line: options, the connection to the sandbox or to Visibuild, progress, and what goes
 * wrong, said in a sentence and an exit code. Knows all other rooms; none knows it.
 */
@NullMarked
package visibuild.sample.cli;

import org.jspecify.annotations.NullMarked;
