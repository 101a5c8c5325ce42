package visibuild.sample.records;

/**
 * That one location lies in another.
 *
 * @param ancestorId the outer location
 * @param descendantId the inner one
 * @param depth how many levels lie between them; 0 for a location and itself
 * @param order the place of the inner one among its neighbours
 */
public record LocationClosure(String ancestorId, String descendantId, int depth, int order) {}
