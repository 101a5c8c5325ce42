/** Time: clocks, timers and back-off. The lowest layer; knows no other package of the runtime. */
@NullMarked
package visibuild.internal.time;

import org.jspecify.annotations.NullMarked;
