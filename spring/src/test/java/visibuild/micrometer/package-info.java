@NullMarked
package visibuild.micrometer;

import org.jspecify.annotations.NullMarked;
