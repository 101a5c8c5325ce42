package visibuild.internal.error;

import java.util.Set;
import visibuild.Scope;

/**
 * A request's tag, set once it was refused: what the call needed, and what its token had.
 *
 * @param required the scope that the call needed
 * @param granted the scope values of its token
 * @param confirmed whether Visibuild said that the token has these, or only the program did
 */
public record ScopeContext(Scope required, Set<String> granted, boolean confirmed) {}
