package visibuild.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection or an issue. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param isRoot true for a visi that is not part of another visi
 * @param alias the short number, such as {@code VIS-1}
 * @param title the subject
 * @param description the details
 * @param type the type, such as {@code inspection} or {@code hold_point}; text, because the set is
 *     open
 * @param category the category of the type
 * @param status the status
 * @param subtypeId the id of the {@link Subtype}
 * @param projectId the id of the {@link Project}
 * @param locationId the id of the {@link Location}
 * @param defectRoundId the id of the {@link DefectRound}
 * @param projectMilestoneId the id of the {@link ProjectMilestone}
 * @param assigneeId the id of the {@link ProjectUser} or {@link ProjectCompany} in charge
 * @param assigneeType the kind of member that {@code assigneeId} names
 * @param createdByProjectUserId the id of the {@link ProjectUser} that created it
 * @param replacedByVisiId the id of the visi that replaced it
 * @param projectAttachmentIds the ids of its {@link ProjectAttachment}s
 * @param dueDate the last day that is in time, in the project's time zone. No known field names
 *     that zone.
 * @param holdPointSkippedAt the time when work continued past the hold point without a release
 * @param startedAt the time when work started
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param archived true after the visi was archived
 * @since 0.1
 */
public record Visi(
    String id,
    @NullAsEmpty boolean isRoot,
    @Nullable String alias,
    @Nullable String title,
    @Nullable String description,
    @Nullable String type,
    @NullAsEmpty VisiCategory category,
    @NullAsEmpty VisiStatus status,
    @Nullable String subtypeId,
    @Nullable String projectId,
    @Nullable String locationId,
    @Nullable String defectRoundId,
    @Nullable String projectMilestoneId,
    @Nullable String assigneeId,
    @NullAsEmpty AssigneeType assigneeType,
    @Nullable String createdByProjectUserId,
    @Nullable String replacedByVisiId,
    @NullAsEmpty List<String> projectAttachmentIds,
    @Nullable LocalDate dueDate,
    @Nullable Instant holdPointSkippedAt,
    @Nullable Instant startedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @NullAsEmpty boolean archived) {
  /** Copies the list of ids. */
  public Visi {
    projectAttachmentIds = List.copyOf(projectAttachmentIds);
  }
}
