package visibuild.sample.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a visi.
 *
 * @param id the id, in UUID layout
 * @param visiId the {@link Visi}
 * @param projectUserId the {@link ProjectUser} who took it
 * @param event what happened: an open set
 * @param comment why
 * @param statusBefore where it stood
 * @param statusAfter where it stands
 * @param timestamp when
 */
public record VisiStatusChange(
    String id,
    @Nullable String visiId,
    @Nullable String projectUserId,
    @Nullable String event,
    @Nullable String comment,
    @NeverNull VisiStatus statusBefore,
    @NeverNull VisiStatus statusAfter,
    @Nullable Instant timestamp) {}
