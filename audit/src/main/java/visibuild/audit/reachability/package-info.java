/**
 * Computes from bytecode which calls a program's entry points can reach. Knows {@code
 * visibuild.audit} only.
 *
 * <p>The analysis is sound before it is precise: what cannot be excluded counts as reached. Classes
 * that refer to a client, directly or through others, are analysed instruction by instruction. All
 * other classes (libraries) are treated as a caller that may invoke every method it can know:
 * overridden methods, annotated methods, properties, and classes whose names it can find.
 */
@NullMarked
package visibuild.audit.reachability;

import org.jspecify.annotations.NullMarked;
