package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A label that visis can carry.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 * @param tagSetName the set of tags that it is one of
 * @param order its place in the set
 */
public record Tag(String id, @Nullable String name, @Nullable String tagSetName, int order) {}
