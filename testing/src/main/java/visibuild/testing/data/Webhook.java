package visibuild.testing.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that wants to hear of events. */
public record Webhook(
    String id,
    String url,
    List<String> events,
    @Nullable String description,
    List<String> projectIds,
    boolean enabled,
    Instant createdAt) {}
