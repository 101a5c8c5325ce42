package visibuild.client;

import org.jspecify.annotations.Nullable;

/**
 * A company that the credential can see. Source: client code.
 *
 * @param id the id, in UUID layout
 * @param name the display name
 * @since 0.1
 */
public record Company(String id, @Nullable String name) {}
