/**
 * Measures what processors cost javac: {@code source} writes what is compiled, {@code child} runs
 * javac in a process of its own, {@code contest} is what is compared, and {@code report} makes
 * tables of it. Each knows those before it only.
 */
@NullMarked
package visibuild.benchmark.compiletime;

import org.jspecify.annotations.NullMarked;
