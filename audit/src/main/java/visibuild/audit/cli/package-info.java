/**
 * The command line: {@code java -jar visibuild.jar audit}. Knows all other packages except {@code
 * maven}.
 */
@NullMarked
package visibuild.audit.cli;

import org.jspecify.annotations.NullMarked;
