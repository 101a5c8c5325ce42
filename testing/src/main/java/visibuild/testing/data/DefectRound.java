package visibuild.testing.data;

import java.time.Instant;

/** One walk over the site to find defects. */
public record DefectRound(String id, String projectId, String name, Instant createdAt) {}
