package visibuild.processor.model;

import java.util.OptionalInt;

/**
 * Where a declaration stands.
 *
 * @param file the source file below its source root, with {@code /} on every system
 * @param line the line of the declared name, from 1; empty where the compiler does not tell
 */
public record Position(String file, OptionalInt line) {}
