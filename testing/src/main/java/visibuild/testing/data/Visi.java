package visibuild.testing.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inspection or issue. */
public record Visi(
    String id,
    boolean isRoot,
    String alias,
    String title,
    @Nullable String description,
    VisiType type,
    VisiCategory category,
    VisiStatus status,
    String subtypeId,
    String projectId,
    String locationId,
    @Nullable String defectRoundId,
    @Nullable String projectMilestoneId,
    String assigneeId,
    String assigneeType,
    String createdByProjectUserId,
    @Nullable String replacedByVisiId,
    List<String> projectAttachmentIds,
    @Nullable LocalDate dueDate,
    @Nullable Instant holdPointSkippedAt,
    @Nullable Instant startedAt,
    Instant createdAt,
    Instant updatedAt,
    boolean archived) {}
