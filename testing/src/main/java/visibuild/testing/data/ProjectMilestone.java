package visibuild.testing.data;

import java.time.LocalDate;

/** A {@link Milestone} with its date on a project. */
public record ProjectMilestone(
    String id, String projectId, String milestoneId, String name, LocalDate dueDate) {}
