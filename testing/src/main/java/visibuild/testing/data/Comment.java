package visibuild.testing.data;

import java.time.Instant;

/** A comment on a ticket. */
public record Comment(
    String id, String content, CommentType commentType, String userId, Instant createdAt) {}
