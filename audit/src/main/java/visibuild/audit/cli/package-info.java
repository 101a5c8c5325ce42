/**
 * The command line: {@code java -jar visibuild-audit.jar}. Knows all other packages except {@code
 * maven}.
 */
@NullMarked
package visibuild.audit.cli;

import org.jspecify.annotations.NullMarked;
