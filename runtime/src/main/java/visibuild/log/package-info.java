/**
 * What is said of requests to whoever debugs a program ({@link visibuild.log.HttpLog}), and what is
 * kept out of it ({@link visibuild.log.Redaction}). Knows the vocabulary in {@code visibuild},
 * {@code visibuild.failure} and {@code visibuild.http}.
 */
@NullMarked
package visibuild.log;

import org.jspecify.annotations.NullMarked;
