package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A walk through the site to look for defects.
 *
 * @param id the id, in UUID layout
 * @param roundName what people call it
 */
public record DefectRound(String id, @Nullable String roundName) {}
