package visibuild.policy;

/**
 * A value of a policy with its source position.
 *
 * @param value the value
 * @param position the position, for messages
 * @since 0.1
 */
public record Located<T>(T value, SourcePosition position) {}
