package visibuild.testing.data;

import java.time.Instant;
import java.util.List;

/** What a project's visis refer to. */
record SiteCast(
    Project project,
    Instant start,
    List<Location> locations,
    List<ProjectUser> users,
    List<ProjectCompany> companies,
    List<Subtype> subtypes,
    List<ProjectMilestone> milestones,
    List<DefectRound> defectRounds,
    List<Attachment> attachments) {}
