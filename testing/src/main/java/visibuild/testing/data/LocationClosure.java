package visibuild.testing.data;

/**
 * That {@code descendantId} lies {@code depth} steps below {@code ancestorId}; each place is its
 * own at depth 0.
 */
public record LocationClosure(String ancestorId, String descendantId, int depth, int order) {}
