package visibuild.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a ticket. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param content the text
 * @param commentType the readers of the comment
 * @param userId the id of the {@link User} that wrote it
 * @param createdAt the time of creation
 * @since 0.1
 */
public record Comment(
    String id,
    @Nullable String content,
    @NullAsEmpty CommentType commentType,
    @Nullable String userId,
    @Nullable Instant createdAt) {}
