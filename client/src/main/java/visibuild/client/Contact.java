package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * The person who reported a ticket, where that person is not a user. Source: client code.
 *
 * @param name the full name
 * @param email the email address
 * @since 0.1
 */
public record Contact(@Nullable String name, @Nullable String email) {}
