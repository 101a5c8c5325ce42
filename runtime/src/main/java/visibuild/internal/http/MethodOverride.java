package visibuild.internal.http;

import java.io.IOException;
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
 *
 * <p>A body that is neither a {@link FormBody} nor a {@link MultipartBody} is read only if it is a
 * form, or a POST without a type, with a known length of at most 64 KiB, because reading it calls
 * its {@code writeTo} once more. Larger ones, and those of unknown length, are not checked: a
 * program that writes such a body is responsible for its fields. Of multipart content only the
 * headers of the parts count.
 */
final class MethodOverride {
  private static final String FIELD = MethodOverrides.PARAMETER;
  private static final Pattern PART =
      Pattern.compile(
          "(?im)[;\\s]name\\s*=\\s*(\""
              + FIELD
              + "\"|"
              + FIELD
              + "\\s*(;|$))"
              // Rack takes it for the name of a part without one.
              + "|^Content-ID[ \\t]*:[ \\t]*"
              + FIELD
              + "[ \\t]*$");
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final long LONGEST_READ_FORM = 64L * 1024;

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
    boolean isField = (query != null && isInFields(query)) || isInBody(request);
    return isField ? "the parameter " + FIELD : null;
  }

  private static boolean isInBody(Request request) {
    @Nullable RequestBody body = request.body();
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
    return body != null && isInUnknown(body, request);
  }

  /** Returns whether a body of the program's own class is a small form that has the field. */
  private static boolean isInUnknown(RequestBody body, Request request) {
    if (body.isOneShot() || body.isDuplex()) {
      return false;
    }
    @Nullable MediaType type = type(body, request);
    if (type != null && type.type().equals("multipart")) {
      return isInParts(text(body), type.parameter("boundary"));
    }
    return isForm(type, request) && isInFields(text(body));
  }

  /** Returns whether a server reads a form. Rack takes a POST without a type for one. */
  private static boolean isForm(@Nullable MediaType type, Request request) {
    return type == null
        ? request.method().equals("POST")
        : type.type().equals("application") && type.subtype().equals("x-www-form-urlencoded");
  }

  /** Returns the type that is sent: that of the body, or else that of the header. */
  private static @Nullable MediaType type(RequestBody body, Request request) {
    @Nullable MediaType ofBody = body.contentType();
    @Nullable String ofHeader = request.header("Content-Type");
    return ofBody == null && ofHeader != null ? MediaType.parse(ofHeader) : ofBody;
  }

  /** Returns the content of {@code body}; empty if it is long, or its length is unknown. */
  private static String text(RequestBody body) {
    Buffer content = new Buffer();
    try {
      long length = body.contentLength();
      if (length < 0 || length > LONGEST_READ_FORM) {
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
    if (encoded.indexOf('%') < 0 && !containsField(encoded)) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= encoded.length(); i++) {
      if (i == encoded.length() || encoded.charAt(i) == '&' || encoded.charAt(i) == ';') {
        int assignment = encoded.indexOf('=', start);
        int end = assignment < 0 ? i : Math.min(assignment, i);
        if (MethodOverrides.isEncodedParameter(encoded.substring(start, end))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean containsField(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (text.regionMatches(true, i, FIELD, 0, FIELD.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a part has the field's name in its headers, which end at an empty line. */
  private static boolean isInParts(String content, @Nullable String boundary) {
    if (boundary == null || !containsField(withoutEscapes(content))) {
      return false;
    }
    StringBuilder headers = new StringBuilder();
    boolean isHeader = false;
    for (String line : LINE_END.split(content, -1)) {
      if (line.startsWith("--" + boundary)) {
        isHeader = true;
      } else if (line.isEmpty()) {
        isHeader = false;
      } else if (isHeader) {
        headers.append(line).append('\n');
      }
    }
    return isInHeaders(headers.toString());
  }

  private static boolean isIn(MultipartBody.Part part) {
    return part.headers() != null && isInHeaders(part.headers().toString());
  }

  /** Returns whether the headers of a part, a line each, give it the field's name. */
  private static boolean isInHeaders(String lines) {
    return PART.matcher(withoutEscapes(lines)).find();
  }

  /** Returns {@code text} without the backslashes of quoted pairs, as a server reads it. */
  private static String withoutEscapes(String text) {
    return text.replace("\\", "");
  }
}
