package visibuild.testing.data;

/**
 * A pair of locations: {@code descendantId} is {@code depth} levels below {@code ancestorId}. Each
 * location is paired with itself at depth 0.
 */
public record LocationClosure(String ancestorId, String descendantId, int depth, int order) {}
