package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * The visis of a project, counted by the server.
 *
 * @param id the project
 * @param name what people call it
 * @param visiCounts the counts by type
 * @param skippedHoldPoints hold points that work went past without a release
 */
public record ProjectVisiCounts(
    @Nullable String id,
    @Nullable String name,
    @Nullable VisiCounts visiCounts,
    int skippedHoldPoints) {}
