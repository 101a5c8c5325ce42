package visibuild.client;

/**
 * One ancestor-descendant pair of the tree of locations. Source: client code.
 *
 * @param ancestorId the id of the outer {@link Location}
 * @param descendantId the id of the inner {@link Location}
 * @param depth the number of levels between the two; 0 for a location and itself
 * @param order the position of the descendant among its siblings
 * @since 0.1
 */
public record LocationClosure(String ancestorId, String descendantId, int depth, int order) {}
