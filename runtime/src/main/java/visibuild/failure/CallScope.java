package visibuild.failure;

import java.util.Set;
import visibuild.Scope;

/**
 * A request's tag, set once it was refused: what the call needed, and what its token had.
 *
 * @param required the scope that the call needed
 * @param granted the scope values of its token
 * @param grantSaid whether the server said so; otherwise it is what was declared or asked for
 */
public record CallScope(Scope required, Set<String> granted, boolean grantSaid) {}
