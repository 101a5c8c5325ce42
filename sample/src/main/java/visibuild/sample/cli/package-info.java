/**
 * The command line: options, the connection to the sandbox or to Visibuild, progress, messages of
 * failures and exit codes. Uses all other packages.
 */
@NullMarked
package visibuild.sample.cli;

import org.jspecify.annotations.NullMarked;
