package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A milestone of the company, used in a project.
 *
 * @param id the id, in UUID layout
 * @param projectId the project it belongs to
 * @param milestoneId the {@link Milestone}
 * @param archived whether it was put away
 */
public record ProjectMilestone(
    String id, @Nullable String projectId, @Nullable String milestoneId, boolean archived) {}
