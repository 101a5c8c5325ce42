/**
 * What a call costs: the same read of the same answers by the generated client and by what programs
 * use instead. Knows the public packages of the runtime and nothing of its inner rooms: what is
 * measured is what a program gets.
 *
 * <p>All do equal work: an {@link okhttp3.OkHttpClient} with equal settings, Jackson that ignores
 * unknown members and reads {@code java.time}, a token that is looked at on each request, and the
 * value taken out of the envelope.
 */
@NullMarked
package visibuild.benchmark.call;

import org.jspecify.annotations.NullMarked;
