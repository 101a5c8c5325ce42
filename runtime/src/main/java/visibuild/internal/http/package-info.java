/**
 * Prepares outgoing requests: chooses the narrowest token ({@link
 * visibuild.internal.http.BearerInterceptor}) and adds it on the wire, for Visibuild's origin only
 * ({@link visibuild.internal.http.OriginGuard}). Knows {@code visibuild}, {@code
 * visibuild.internal.auth} and {@code visibuild.internal.error}.
 */
@NullMarked
package visibuild.internal.http;

import org.jspecify.annotations.NullMarked;
