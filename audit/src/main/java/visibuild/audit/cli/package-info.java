/** The command line: {@code java -jar visibuild-audit.jar}. Knows all other rooms but Maven's. */
@NullMarked
package visibuild.audit.cli;

import org.jspecify.annotations.NullMarked;
