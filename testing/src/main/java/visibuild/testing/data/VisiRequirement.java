package visibuild.testing.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that must be shown before a visi can be closed. */
public record VisiRequirement(
    String id,
    String visiId,
    String projectId,
    String name,
    boolean required,
    @Nullable Instant completedAt) {}
