package visibuild.internal.error;

import java.util.Set;
import visibuild.Scope;

/**
 * The scopes of a rejected request, attached as its tag.
 *
 * @param required the scope that the call needed
 * @param granted the scope values of its token
 * @param confirmed whether Visibuild confirmed these scopes, instead of the program's declaration
 */
public record ScopeContext(Scope required, Set<String> granted, boolean confirmed) {}
