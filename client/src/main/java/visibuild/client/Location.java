package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A location of a project: a building, level, room or area. Source: help article <i>Reporting API
 * reference</i>, client code.
 *
 * @param id the id, in UUID layout
 * @param name the name of this location alone
 * @param nestedName the names from the outermost location to this one, such as {@code Level 1 /
 *     Room 4}
 * @param projectId the id of the {@link Project}
 * @since 0.1
 */
public record Location(
    String id, @Nullable String name, @Nullable String nestedName, @Nullable String projectId) {}
