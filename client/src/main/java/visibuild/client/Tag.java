package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A label for visis. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @param tagSetName the name of the set that contains the tag
 * @param order the position in the set
 * @since 0.1
 */
public record Tag(
    String id, @Nullable String name, @Nullable String tagSetName, @NullAsEmpty int order) {}
