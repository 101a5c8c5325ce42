package visibuild.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo or file of a project. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param title the display name
 * @param description the details
 * @param url the address of the content; its lifetime is not documented
 * @param projectId the id of the {@link Project}
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @since 0.1
 */
public record ProjectAttachment(
    String id,
    @Nullable String title,
    @Nullable String description,
    @Nullable String url,
    @Nullable String projectId,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
