/**
 * Prepares outgoing requests: attaches the narrowest token ({@link
 * visibuild.internal.http.BearerInterceptor}) and keeps it from other origins ({@link
 * visibuild.internal.http.OriginGuard}). Knows {@code visibuild}, {@code visibuild.internal.auth}
 * and {@code visibuild.internal.error}.
 */
@NullMarked
package visibuild.internal.http;

import org.jspecify.annotations.NullMarked;
