/**
 * What happens to a request on its way out: the narrowest token is put on it ({@link
 * visibuild.http.BearerInterceptor}) and kept from any other origin ({@link
 * visibuild.http.OriginGuard}). Knows the vocabulary in {@code visibuild}, {@code visibuild.auth}
 * and {@code visibuild.failure}.
 */
@NullMarked
package visibuild.http;

import org.jspecify.annotations.NullMarked;
