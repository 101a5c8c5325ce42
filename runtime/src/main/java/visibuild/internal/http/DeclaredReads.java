package visibuild.internal.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Path;
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

  /**
   * Returns whether {@code invocation} is a POST of a generated client that is declared a read, and
   * {@code url} has the declared path. An interceptor of the program may have changed it.
   */
  static boolean contain(Invocation invocation, HttpUrl url) {
    @Nullable CallsOf calls = invocation.service().getAnnotation(CallsOf.class);
    return calls != null && declares(calls.value(), invocation.method(), url);
  }

  private static boolean declares(Class<?> api, Method call, HttpUrl url) {
    @Nullable VisibuildApi description = api.getAnnotation(VisibuildApi.class);
    if (description == null) {
      return false;
    }
    @Nullable String path = postPath(call);
    return path != null
        && Arrays.stream(api.getMethods())
            .filter(DeclaredReads::isDeclaredRead)
            .filter(method -> path.equals(fullPath(method, description)))
            .anyMatch(method -> new DeclaredPath(path, encodedNames(method)).fits(url));
  }

  /** Returns the names of the placeholders whose values are passed encoded. */
  private static Set<String> encodedNames(Method method) {
    return Arrays.stream(method.getParameterAnnotations())
        .flatMap(Arrays::stream)
        .filter(Path.class::isInstance)
        .map(Path.class::cast)
        .filter(Path::encoded)
        .map(Path::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isDeclaredRead(Method method) {
    @Nullable RequiresScope declared = method.getAnnotation(RequiresScope.class);
    return declared != null && declared.value() == Scope.READ;
  }

  /**
   * Returns the path of {@code method} in its client; null if it is not a POST. A POST whose caller
   * chooses the URL has no path of an API, so it is no declared read.
   */
  private static @Nullable String fullPath(Method method, VisibuildApi description) {
    @Nullable String path = postPath(method);
    return path == null ? null : description.path() + path;
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
