package visibuild.processor.model;

import java.util.OptionalInt;

/**
 * The source position of a declaration.
 *
 * @param file the source file below its source root, with {@code /} on every system
 * @param line the line of the declared name, from 1; empty if the compiler does not report it
 */
public record Position(String file, OptionalInt line) {}
