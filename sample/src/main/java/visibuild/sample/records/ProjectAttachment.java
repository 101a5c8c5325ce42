package visibuild.sample.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo or a file of a project.
 *
 * @param id the id, in UUID layout
 * @param title what people call it
 * @param description the details
 * @param url where its bytes are
 * @param projectId the project it belongs to
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
public record ProjectAttachment(
    String id,
    @Nullable String title,
    @Nullable String description,
    @Nullable String url,
    @Nullable String projectId,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
