package visibuild.testing.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a visi from one status to the next.
 *
 * @param event what happened. The names are nowhere listed; here it is that of the new status, as
 *     in the one example that Visibuild published ({@code closed})
 */
public record VisiStatusChange(
    String id,
    String visiId,
    String projectUserId,
    String event,
    @Nullable String comment,
    VisiStatus statusBefore,
    VisiStatus statusAfter,
    Instant timestamp) {}
