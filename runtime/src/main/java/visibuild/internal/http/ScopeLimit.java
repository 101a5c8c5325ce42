package visibuild.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.InsufficientScopeException;
import visibuild.Scope;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.WrappedApiIOException;

/**
 * The largest scope that the requests of one access may need, whatever the credential could do.
 * Checked before the token is added, and again for the request that goes on the wire, which an
 * interceptor of the program may have changed.
 *
 * @param limit the scope of the access
 * @param declared the scope of the credential, for messages
 */
public record ScopeLimit(Scope limit, Scope declared) {
  /**
   * Returns the scope that {@code request} needs.
   *
   * @throws WrappedApiIOException if it exceeds the limit
   */
  Scope check(Request request) throws WrappedApiIOException {
    return check(request, " is refused before it is sent");
  }

  private Scope check(Request request, String refusal) throws WrappedApiIOException {
    Scope needed = RequiredScope.of(request);
    if (!limit.covers(needed)) {
      throw refused(CallLabel.of(request) + refusal, needed);
    }
    return needed;
  }

  /**
   * Refuses {@code request}, which an interceptor or a redirect may have changed since {@link
   * #check(Request)}. Only here a change to the HTTP method by a header or a parameter is looked
   * for, since this request is the one that the server gets.
   *
   * @throws WrappedApiIOException if it exceeds the limit
   */
  void recheck(Request request) throws WrappedApiIOException {
    if (limit == Scope.READ) {
      Scope unused =
          check(
              request,
              " is refused in the form that an interceptor or a redirect gave it after its scope"
                  + " was checked");
      refuseMethodOverride(request);
    }
  }

  private void refuseMethodOverride(Request request) throws WrappedApiIOException {
    @Nullable String found = MethodOverride.find(request);
    if (found != null) {
      throw refused(
          "%s carries %s, which asks the server for another HTTP method, and is refused before it is sent"
              .formatted(CallLabel.of(request), found),
          Scope.READ_WRITE);
    }
  }

  private WrappedApiIOException refused(String what, Scope needed) {
    return new WrappedApiIOException(new InsufficientScopeException(what, needed, limit, declared));
  }
}
