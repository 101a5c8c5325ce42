package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * An inspection round in which defects are recorded. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param roundName the display name
 * @since 0.1
 */
public record DefectRound(String id, @Nullable String roundName) {}
