package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A construction project. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @param projectIdentifier the number that the company gave the project
 * @param rootLocationId the id of the {@link Location} that contains all others
 * @param address the postal address
 * @param active false after the project was closed; {@code null} where the server omits it
 * @since 0.1
 */
public record Project(
    String id,
    @Nullable String name,
    @Nullable String projectIdentifier,
    @Nullable String rootLocationId,
    @Nullable String address,
    @Nullable Boolean active) {}
