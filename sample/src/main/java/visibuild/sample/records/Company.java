package visibuild.sample.records;

import org.jspecify.annotations.Nullable;

/**
 * A company that the credential can see.
 *
 * @param id the id, in UUID layout
 * @param name what people call it
 */
public record Company(String id, @Nullable String name) {}
