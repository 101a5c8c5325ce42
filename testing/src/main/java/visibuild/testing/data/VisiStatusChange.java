package visibuild.testing.data;

import java.time.Instant;

/** A step of a visi from one status to the next. */
public record VisiStatusChange(
    String id,
    String visiId,
    String projectId,
    VisiStatus fromStatus,
    VisiStatus toStatus,
    String changedByProjectUserId,
    Instant createdAt) {}
