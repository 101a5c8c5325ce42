package visibuild.internal.http;

import java.util.TreeSet;
import okhttp3.FormBody;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.ReservedHeaders;
import visibuild.internal.error.CallLabel;

/**
 * Refuses requests that ask the server for another HTTP method than their own. Rails and other
 * frameworks carry out a POST with such a header or field as a DELETE, so the scope check would
 * judge the wrong method.
 */
final class MethodOverride {
  private static final String FIELD = "_method";

  private MethodOverride() {}

  /**
   * Refuses {@code request} if it asks for another method.
   *
   * @throws IllegalArgumentException if it does
   */
  static void refuse(Request request) {
    @Nullable String found = find(request);
    if (found != null) {
      throw new IllegalArgumentException(
          ("%s carries %s, which asks the server for another HTTP method. Remove it and declare the"
                  + " method that is meant, such as @DELETE.")
              .formatted(CallLabel.of(request), found));
    }
  }

  private static @Nullable String find(Request request) {
    for (String name : new TreeSet<>(request.headers().names())) {
      if (ReservedHeaders.isMethodOverride(name)) {
        return "the header " + name;
      }
    }
    boolean isField = request.url().queryParameterNames().contains(FIELD) || isIn(request.body());
    return isField ? "the parameter " + FIELD : null;
  }

  private static boolean isIn(@Nullable RequestBody body) {
    if (body instanceof FormBody form) {
      for (int i = 0; i < form.size(); i++) {
        if (form.name(i).equals(FIELD)) {
          return true;
        }
      }
    }
    return body instanceof MultipartBody multipart
        && multipart.parts().stream().anyMatch(MethodOverride::isIn);
  }

  private static boolean isIn(MultipartBody.Part part) {
    return part.headers() != null
        && String.valueOf(part.headers().get("Content-Disposition"))
            .contains("name=\"" + FIELD + "\"");
  }
}
