package visibuild.sample.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a ticket.
 *
 * @param id the id, in UUID layout
 * @param content the text
 * @param commentType who may read it
 * @param userId the {@link User} who wrote it
 * @param createdAt when it was created
 */
public record Comment(
    String id,
    @Nullable String content,
    @NeverNull CommentType commentType,
    @Nullable String userId,
    @Nullable Instant createdAt) {}
