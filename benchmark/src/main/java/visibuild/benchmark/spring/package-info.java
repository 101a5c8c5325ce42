/** Spring's client credentials, as they are compared in more than one measurement. */
@NullMarked
package visibuild.benchmark.spring;

import org.jspecify.annotations.NullMarked;
