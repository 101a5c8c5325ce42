package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * Who reported a ticket.
 *
 * @param name the full name
 * @param email the mail address
 */
public record Contact(@Nullable String name, @Nullable String email) {}
