package visibuild.testing.data;

import java.time.Instant;

/**
 * A file of a project, to which visis refer.
 *
 * @param key where its bytes lie; the API shows their address instead
 */
public record ProjectAttachment(
    String id,
    String title,
    String description,
    String key,
    String projectId,
    Instant createdAt,
    Instant updatedAt) {}
