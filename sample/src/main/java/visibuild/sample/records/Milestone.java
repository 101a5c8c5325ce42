package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A milestone that the company uses in its projects.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 * @param order its place among the milestones
 */
public record Milestone(String id, @Nullable String name, int order) {}
