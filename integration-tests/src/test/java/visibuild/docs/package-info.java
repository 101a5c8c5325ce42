/** The Java examples of the README and of docs/, run on the strict sandbox. */
@NullMarked
package visibuild.docs;

import org.jspecify.annotations.NullMarked;
