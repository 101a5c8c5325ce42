package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A place on a site.
 *
 * @param id the id, in UUID layout
 * @param name its own name
 * @param nestedName the names of all places that it lies in, such as {@code Level 1 / Room 4}
 * @param projectId the project it belongs to
 */
public record Location(
    String id, @Nullable String name, @Nullable String nestedName, @Nullable String projectId) {}
