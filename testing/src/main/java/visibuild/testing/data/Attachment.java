package visibuild.testing.data;

import java.time.Instant;

/** A file that was uploaded; its bytes lie under {@code key}. */
public record Attachment(
    String id, String key, String filename, String contentType, long fileSize, Instant createdAt) {}
