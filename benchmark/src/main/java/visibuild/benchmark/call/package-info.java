/**
 * The cost of a call: the same read of the same responses by the generated client and by its
 * alternatives. Knows only the public packages of the runtime, as a program does.
 *
 * <p>All do equal work: an {@link okhttp3.OkHttpClient} with equal settings, Jackson that ignores
 * unknown members and reads {@code java.time}, a token that is looked at on each request, and the
 * value taken out of the envelope.
 */
@NullMarked
package visibuild.benchmark.call;

import org.jspecify.annotations.NullMarked;
