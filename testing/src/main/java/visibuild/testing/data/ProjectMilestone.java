package visibuild.testing.data;

/** A {@link Milestone} on a project. */
public record ProjectMilestone(String id, String projectId, String milestoneId, boolean archived) {}
