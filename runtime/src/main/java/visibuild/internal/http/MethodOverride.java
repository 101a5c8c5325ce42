package visibuild.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.MethodOverrides;
import visibuild.internal.error.CallLabel;

/**
 * Refuses requests that ask the server for another HTTP method than their own. Rails and other
 * frameworks carry out a POST with such a header or field as a DELETE, so the scope check would
 * judge the wrong method.
 */
final class MethodOverride {
  private static final String FIELD = MethodOverrides.PARAMETER;
  private static final Pattern PART =
      Pattern.compile("(?im)[;\\s]name\\s*=\\s*(\"" + FIELD + "\"|" + FIELD + "\\s*(;|$))");
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

  /** Returns the part of {@code request} that asks for another method; null if there is none. */
  static @Nullable String find(Request request) {
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      if (MethodOverrides.isHeader(headers.name(i))) {
        return "the header " + headers.name(i);
      }
    }
    @Nullable String query = request.url().encodedQuery();
    boolean isField = (query != null && isInFields(query)) || isIn(request.body());
    return isField ? "the parameter " + FIELD : null;
  }

  private static boolean isIn(@Nullable RequestBody body) {
    if (body instanceof FormBody form) {
      for (int i = 0; i < form.size(); i++) {
        if (MethodOverrides.isParameter(form.name(i))) {
          return true;
        }
      }
      return false;
    }
    if (body instanceof MultipartBody multipart) {
      return multipart.parts().stream().anyMatch(MethodOverride::isIn);
    }
    @Nullable MediaType type = body == null || isSentOnce(body) ? null : body.contentType();
    if (body == null || type == null) {
      return false;
    }
    if (type.type().equals("multipart")) {
      return PART.matcher(text(body)).find();
    }
    return type.subtype().equals("x-www-form-urlencoded") && isInFields(text(body));
  }

  private static boolean isSentOnce(RequestBody body) {
    return body.isOneShot() || body.isDuplex();
  }

  /** Returns the content of a form that the program wrote itself; empty if it is too long. */
  private static String text(RequestBody body) {
    Buffer content = new Buffer();
    try {
      if (body.contentLength() > LONGEST_FORM) {
        return "";
      }
      body.writeTo(content);
    } catch (IOException unreadable) {
      // Sending it fails in the same way, with the error that the caller expects.
      return "";
    }
    return content.readUtf8();
  }

  /** Returns whether an encoded form or query has the field. Older servers also split at ";". */
  private static boolean isInFields(String encoded) {
    return Arrays.stream(encoded.split("[&;]", -1))
        .map(field -> field.split("=", 2)[0])
        .anyMatch(MethodOverrides::isEncodedParameter);
  }

  private static boolean isIn(MultipartBody.Part part) {
    return part.headers() != null
        && PART.matcher(String.valueOf(part.headers().get("Content-Disposition"))).find();
  }
}
