package visibuild.testing.data;

import java.util.List;

/** A project with all that belongs to it, each list in the order of creation. */
public record Site(
    Project project,
    List<Location> locations,
    List<LocationClosure> closures,
    List<ProjectUser> users,
    List<ProjectCompany> companies,
    List<Subtype> subtypes,
    List<ProjectMilestone> milestones,
    List<DefectRound> defectRounds,
    List<ProjectAttachment> attachments,
    List<Visi> visis,
    List<VisiTag> visiTags,
    List<VisiRequirement> visiRequirements,
    List<VisiStatusChange> visiStatusChanges) {}
