package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * The reporter of a ticket that has no user account. Source: client code.
 *
 * @param name the full name
 * @param email the email address
 * @since 0.1
 */
public record Contact(@Nullable String name, @Nullable String email) {}
