package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A milestone of the company as used in a project. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param projectId the id of the {@link Project}
 * @param milestoneId the id of the {@link Milestone}
 * @param archived true after the milestone was archived
 * @since 0.1
 */
public record ProjectMilestone(
    String id,
    @Nullable String projectId,
    @Nullable String milestoneId,
    @NullAsEmpty boolean archived) {}
