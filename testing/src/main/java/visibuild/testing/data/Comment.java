package visibuild.testing.data;

import java.time.Instant;

/** What somebody wrote below a ticket. */
public record Comment(
    String id, String content, CommentType commentType, String userId, Instant createdAt) {}
