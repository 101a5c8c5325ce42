/**
 * What is said of requests to whoever debugs a program ({@link visibuild.internal.log.HttpLog}),
 * and what is kept out of it ({@link visibuild.internal.log.Redactor}). Knows the vocabulary in
 * {@code visibuild}, {@code visibuild.failure} and {@code visibuild.http}.
 */
@NullMarked
package visibuild.internal.log;

import org.jspecify.annotations.NullMarked;
