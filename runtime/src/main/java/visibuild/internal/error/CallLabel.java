package visibuild.internal.error;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The name of a call in an error: its verb and the declared path, so that similar errors read alike
 * and show no argument.
 */
public final class CallLabel {
  private CallLabel() {}

  /** Returns verb and path, such as {@code GET api/core/v1/tickets/{id}}. */
  public static String of(Request request) {
    return request.method() + " " + path(request);
  }

  /** Returns the path that the interface declares; if it declares none, that of the request. */
  public static String path(Request request) {
    @Nullable Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return request.url().encodedPath();
    }
    @Nullable String template = template(invocation.method());
    return template == null ? request.url().encodedPath() : template;
  }

  /** Returns the path that {@code method} declares; null if it declares none. */
  public static @Nullable String template(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      @Nullable String template = template(annotation);
      if (template != null && !template.isEmpty()) {
        return template;
      }
    }
    return null;
  }

  /**
   * Returns the method that was called, such as {@code ProjectsApiClient.list}; null for a request
   * of no interface.
   */
  public static @Nullable String method(Request request) {
    @Nullable Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return null;
    }
    Class<?> calls = invocation.method().getDeclaringClass();
    // A generated client has its HTTP side inside.
    @Nullable Class<?> client = calls.getEnclosingClass();
    boolean isGenerated = client != null && client.getSimpleName().endsWith("Client");
    String name = isGenerated && client != null ? client.getSimpleName() : calls.getSimpleName();
    return name + "." + invocation.method().getName();
  }

  private static @Nullable String template(Annotation annotation) {
    if (annotation instanceof GET get) {
      return get.value();
    } else if (annotation instanceof POST post) {
      return post.value();
    } else if (annotation instanceof PUT put) {
      return put.value();
    } else if (annotation instanceof PATCH patch) {
      return patch.value();
    } else if (annotation instanceof DELETE delete) {
      return delete.value();
    } else if (annotation instanceof HEAD head) {
      return head.value();
    } else if (annotation instanceof OPTIONS options) {
      return options.value();
    } else if (annotation instanceof HTTP http) {
      return http.path();
    }
    return null;
  }
}
