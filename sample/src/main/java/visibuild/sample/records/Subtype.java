package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A finer kind of visi.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 * @param visiCategory the category that it divides
 */
public record Subtype(String id, @Nullable String name, @NeverNull VisiCategory visiCategory) {}
