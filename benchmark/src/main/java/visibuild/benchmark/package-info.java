/**
 * The programs that produce the tables of the documentation page on performance. The measurements
 * lie in the packages below this one; this one writes them as Markdown.
 */
@NullMarked
package visibuild.benchmark;

import org.jspecify.annotations.NullMarked;
