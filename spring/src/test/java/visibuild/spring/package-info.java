@NullMarked
package visibuild.spring;

import org.jspecify.annotations.NullMarked;
