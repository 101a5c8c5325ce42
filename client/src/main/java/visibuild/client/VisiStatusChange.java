package visibuild.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a visi's status. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param visiId the id of the {@link Visi}
 * @param projectUserId the id of the {@link ProjectUser} that made the change
 * @param event the kind of change; text, because the set is open
 * @param comment the reason given
 * @param statusBefore the status before the change
 * @param statusAfter the status after the change
 * @param timestamp the time of the change
 * @since 0.1
 */
public record VisiStatusChange(
    String id,
    @Nullable String visiId,
    @Nullable String projectUserId,
    @Nullable String event,
    @Nullable String comment,
    @NullAsEmpty VisiStatus statusBefore,
    @NullAsEmpty VisiStatus statusAfter,
    @Nullable Instant timestamp) {}
