/**
 * What happens to tokens, as meters. A room of its own, so that no program without Micrometer has
 * to have it. Knows the vocabulary in {@code visibuild} only.
 */
@NullMarked
package visibuild.micrometer;

import org.jspecify.annotations.NullMarked;
