package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A person of a company.
 *
 * @param id the id, in UUID layout
 * @param name the full name
 * @param email the mail address
 * @param active whether the account is in use; {@code null} where the server does not say
 */
public record User(
    String id, @Nullable String name, @Nullable String email, @Nullable Boolean active) {}
