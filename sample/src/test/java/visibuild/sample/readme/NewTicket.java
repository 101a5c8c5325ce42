package visibuild.sample.readme;

import org.jspecify.annotations.Nullable;

/** What the README's first steps write. */
public record NewTicket(String title, String projectId, @Nullable String description) {}
