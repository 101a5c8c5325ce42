package visibuild.policy;

/**
 * Something that a policy says, and where it says so.
 *
 * @param value what it says
 * @param position the place, for messages
 * @since 0.1
 */
public record Located<T>(T value, SourcePosition position) {}
