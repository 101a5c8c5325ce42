package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A construction site.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 * @param projectIdentifier the number that the company gave it
 * @param rootLocationId the location that all others lie in
 * @param address the postal address
 * @param active whether work goes on; {@code null} where the server does not say
 */
public record Project(
    String id,
    @Nullable String name,
    @Nullable String projectIdentifier,
    @Nullable String rootLocationId,
    @Nullable String address,
    @Nullable Boolean active) {}
