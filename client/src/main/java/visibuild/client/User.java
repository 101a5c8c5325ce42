package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A person with an account in a company. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the full name
 * @param email the email address
 * @param active false for a disabled account; {@code null} where the server omits it
 * @since 0.1
 */
public record User(
    String id, @Nullable String name, @Nullable String email, @Nullable Boolean active) {}
