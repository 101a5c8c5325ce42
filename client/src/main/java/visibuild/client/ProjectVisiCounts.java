package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * The visis of one project, counted by the server. Source: help article <i>Reporting API
 * reference</i>.
 *
 * @param id the id of the {@link Project}
 * @param name the display name of the project
 * @param visiCounts the counts by type of visi
 * @param skippedHoldPoints the number of hold points where work continued without a release
 * @since 0.1
 */
public record ProjectVisiCounts(
    @Nullable String id,
    @Nullable String name,
    @Nullable VisiCounts visiCounts,
    @NullAsEmpty int skippedHoldPoints) {}
