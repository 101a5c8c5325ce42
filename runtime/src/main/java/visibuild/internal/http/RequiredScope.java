package visibuild.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import visibuild.RequiresScope;
import visibuild.Scope;

/**
 * The scope that a request needs.
 *
 * <p>The HTTP method decides. {@link RequiresScope} on Retrofit's method can widen the scope, and
 * narrows it for a POST of a generated client only. Nothing that a caller passes can change it.
 */
public final class RequiredScope {
  private RequiredScope() {}

  /** Returns the scope that {@code request} needs. */
  public static Scope of(Request request) {
    Scope byMethod = Scope.ofHttpMethod(request.method());
    @Nullable Invocation invocation = request.tag(Invocation.class);
    @Nullable RequiresScope declared =
        invocation == null ? null : invocation.method().getAnnotation(RequiresScope.class);
    if (invocation == null || declared == null || declared.value() == byMethod) {
      return byMethod;
    }
    boolean widens = declared.value() == Scope.READ_WRITE;
    boolean readsByPost =
        request.method().equals("POST") && DeclaredReads.contain(invocation, request.url());
    return widens || readsByPost ? declared.value() : byMethod;
  }
}
