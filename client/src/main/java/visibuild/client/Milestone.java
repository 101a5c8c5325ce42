package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A milestone that a company defines for its projects. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @param order the position among the milestones
 * @since 0.1
 */
public record Milestone(String id, @Nullable String name, @NullAsEmpty int order) {}
