package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The people and companies that a project's visis refer to. */
record ProjectPeople(
    Project project,
    Instant start,
    List<Location> locations,
    List<ProjectUser> users,
    List<ProjectCompany> companies,
    Map<VisiType, List<Subtype>> subtypes,
    List<ProjectMilestone> milestones,
    List<DefectRound> defectRounds,
    List<ProjectAttachment> attachments) {}
