/**
 * Tokens that a fleet of programs shares through a JCache. A room of its own, so that no program
 * without one has to have the library. Knows the vocabulary in {@code visibuild} only.
 */
@NullMarked
package visibuild.jcache;

import org.jspecify.annotations.NullMarked;
