package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A subdivision of a category of visis. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @param visiCategory the category that it divides
 * @since 0.1
 */
public record Subtype(String id, @Nullable String name, @NullAsEmpty VisiCategory visiCategory) {}
