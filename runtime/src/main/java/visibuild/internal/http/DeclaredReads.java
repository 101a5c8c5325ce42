package visibuild.internal.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Url;
import visibuild.RequiresScope;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.call.CallsOf;

/**
 * The POST requests that only read, as {@link RequiresScope} on a method of a {@link VisibuildApi}
 * interface declares.
 *
 * <p>Such a declaration is checked by the processor and listed in the client's descriptor. An
 * interface that is not part of a generated client has neither, so its POST requests count as
 * writes whatever it declares.
 */
final class DeclaredReads {
  private DeclaredReads() {}

  /** Returns whether {@code invocation} is a POST of a generated client that is declared a read. */
  static boolean contain(Invocation invocation) {
    @Nullable CallsOf calls = invocation.service().getAnnotation(CallsOf.class);
    return calls != null && declares(calls.value(), invocation.method());
  }

  private static boolean declares(Class<?> api, Method call) {
    @Nullable VisibuildApi description = api.getAnnotation(VisibuildApi.class);
    if (description == null) {
      return false;
    }
    @Nullable String path = postPath(call);
    return path != null
        && Arrays.stream(api.getMethods())
            .filter(DeclaredReads::isDeclaredRead)
            .anyMatch(method -> path.equals(fullPath(method, description)));
  }

  private static boolean isDeclaredRead(Method method) {
    @Nullable RequiresScope declared = method.getAnnotation(RequiresScope.class);
    return declared != null && declared.value() == Scope.READ;
  }

  /** Returns the path of {@code method} in its client; null if it is not a POST. */
  private static @Nullable String fullPath(Method method, VisibuildApi description) {
    @Nullable String path = postPath(method);
    boolean isUrlGiven =
        Arrays.stream(method.getParameterAnnotations())
            .flatMap(Arrays::stream)
            .anyMatch(Url.class::isInstance);
    return path == null || isUrlGiven ? path : description.path() + path;
  }

  private static @Nullable String postPath(Method method) {
    @Nullable POST post = method.getAnnotation(POST.class);
    if (post != null) {
      return post.value();
    }
    @Nullable HTTP http = method.getAnnotation(HTTP.class);
    return http != null && http.method().equals("POST") ? http.path() : null;
  }
}
