package visibuild.internal.http;

import okhttp3.Request;
import visibuild.Scope;

/** The scope that a request needs: what its tag says, else what its verb says. */
public final class RequiredScope {
  private RequiredScope() {}

  /** The scope that {@code request} needs. */
  public static Scope of(Request request) {
    Scope said = RequestTag.SCOPE.of(request);
    if (said != null) {
      return said;
    }
    return switch (request.method()) {
      case "GET", "HEAD", "OPTIONS" -> Scope.READ;
      default -> Scope.READ_WRITE;
    };
  }
}
