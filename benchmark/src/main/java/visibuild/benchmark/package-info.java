/**
 * What the tables of {@code docs/performance.md} are made with. The measurements lie in the
 * packages below this one; this one writes them as Markdown.
 */
@NullMarked
package visibuild.benchmark;

import org.jspecify.annotations.NullMarked;
