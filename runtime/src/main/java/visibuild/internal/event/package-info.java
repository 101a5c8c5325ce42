/**
 * Publishes the events of calls to the program's {@link visibuild.CallListener}. Without a listener
 * no class of this package takes part in a call.
 */
@NullMarked
package visibuild.internal.event;

import org.jspecify.annotations.NullMarked;
