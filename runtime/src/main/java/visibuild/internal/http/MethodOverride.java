package visibuild.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
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
  private static final Pattern PART =
      Pattern.compile("(?i)[;\\s]name\\s*=\\s*(\"" + FIELD + "\"|" + FIELD + "\\s*(;|$))");
  private static final long LONGEST_FORM = 8L * 1024 * 1024;

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
        ? multipart.parts().stream().anyMatch(MethodOverride::isIn)
        : body != null && isForm(body) && isInForm(body);
  }

  /**
   * Returns whether {@code body} is a form that the program wrote itself, and can be read twice.
   */
  private static boolean isForm(RequestBody body) {
    @Nullable MediaType type = body.contentType();
    return type != null
        && type.type().equals("application")
        && type.subtype().equals("x-www-form-urlencoded")
        && !(body instanceof FormBody)
        && !body.isOneShot()
        && !body.isDuplex();
  }

  private static boolean isInForm(RequestBody body) {
    Buffer content = new Buffer();
    try {
      if (body.contentLength() > LONGEST_FORM) {
        return false;
      }
      body.writeTo(content);
    } catch (IOException unreadable) {
      // Sending it fails in the same way, with the error that the caller expects.
      return false;
    }
    return Arrays.stream(content.readUtf8().split("&", -1))
        .map(field -> field.split("=", 2)[0].replace("%5F", "_").replace("%5f", "_"))
        .anyMatch(FIELD::equals);
  }

  private static boolean isIn(MultipartBody.Part part) {
    return part.headers() != null
        && PART.matcher(String.valueOf(part.headers().get("Content-Disposition"))).find();
  }
}
