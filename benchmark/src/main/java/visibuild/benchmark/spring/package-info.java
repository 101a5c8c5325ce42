/** Spring's client credentials, shared by several measurements. */
@NullMarked
package visibuild.benchmark.spring;

import org.jspecify.annotations.NullMarked;
