@NullMarked
package program;

import org.jspecify.annotations.NullMarked;
