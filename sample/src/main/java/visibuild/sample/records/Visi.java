package visibuild.sample.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection or an issue.
 *
 * @param id the id, in UUID layout
 * @param isRoot whether it stands alone, outside of another visi
 * @param alias the short number, such as {@code VIS-1}
 * @param title what it is about
 * @param description the details
 * @param type inspection, task, hold_point, ...: an open set, so it stays text
 * @param category the kind of visi that the type belongs to
 * @param status where it stands
 * @param subtypeId the {@link Subtype}
 * @param projectId the project it belongs to
 * @param locationId the {@link Location}
 * @param defectRoundId the {@link DefectRound}
 * @param projectMilestoneId the {@link ProjectMilestone}
 * @param assigneeId the {@link ProjectUser} or {@link ProjectCompany} that has to act
 * @param assigneeType which of the two
 * @param createdByProjectUserId the {@link ProjectUser} who created it
 * @param replacedByVisiId the visi that took its place
 * @param projectAttachmentIds its photos and files
 * @param dueDate the last day on which it is in time, in the project's time zone
 * @param holdPointSkippedAt when work went on past the hold point without a release
 * @param startedAt when work on it began
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param archived whether it was put away
 */
public record Visi(
    String id,
    @NeverNull boolean isRoot,
    @Nullable String alias,
    @Nullable String title,
    @Nullable String description,
    @Nullable String type,
    @NeverNull VisiCategory category,
    @NeverNull VisiStatus status,
    @Nullable String subtypeId,
    @Nullable String projectId,
    @Nullable String locationId,
    @Nullable String defectRoundId,
    @Nullable String projectMilestoneId,
    @Nullable String assigneeId,
    @NeverNull AssigneeType assigneeType,
    @Nullable String createdByProjectUserId,
    @Nullable String replacedByVisiId,
    @NeverNull List<String> projectAttachmentIds,
    @Nullable LocalDate dueDate,
    @Nullable Instant holdPointSkippedAt,
    @Nullable Instant startedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @NeverNull boolean archived) {
  /** Keeps copies of its collections. */
  public Visi {
    projectAttachmentIds = List.copyOf(projectAttachmentIds);
  }
}
