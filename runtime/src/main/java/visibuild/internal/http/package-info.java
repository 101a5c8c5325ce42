/**
 * What happens to a request on its way out: the narrowest token is put on it ({@link
 * visibuild.internal.http.BearerInterceptor}) and kept from any other origin ({@link
 * visibuild.internal.http.OriginGuard}). Knows the vocabulary in {@code visibuild}, {@code
 * visibuild.auth} and {@code visibuild.failure}.
 */
@NullMarked
package visibuild.internal.http;

import org.jspecify.annotations.NullMarked;
