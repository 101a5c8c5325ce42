/**
 * Measures what processors cost javac: {@code source} writes the compiled sources, {@code child}
 * runs javac in a separate process, {@code contest} holds the contenders, and {@code report} makes
 * tables. Each package knows only those named before it.
 */
@NullMarked
package visibuild.benchmark.compiletime;

import org.jspecify.annotations.NullMarked;
