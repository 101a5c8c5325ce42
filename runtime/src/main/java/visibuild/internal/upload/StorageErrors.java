package visibuild.internal.upload;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import visibuild.UploadException;
import visibuild.internal.base.Utf8;

/** The error response of a storage, without anything that would let others write there. */
final class StorageErrors {
  private static final String MARK = "[redacted]";

  /** A shorter value of a presigned URL, such as a number of seconds, is no secret. */
  private static final int SHORTEST_SECRET = 8;

  private static final Pattern URL = Pattern.compile("https?:(?://|%2[Ff]%2[Ff])[^\\s<>\"']*");
  private static final Pattern SECRET_ELEMENTS =
      Pattern.compile(
          // The bounds keep the search linear in a body that repeats such a word.
          "<(\\w{0,40}(?:Signature|ToSign|CanonicalRequest|Token|AccessKey|Credential)\\w{0,40})>"
              + ".*?(?:</\\1>|$)",
          Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("<Code>(\\w{1,80})</Code>");

  private StorageErrors() {}

  static UploadException of(Response<ResponseBody> response, String filename, String url) {
    String text = withoutSecrets(text(response.errorBody()), url);
    Matcher code = CODE.matcher(text);
    String name = code.find() ? " (" + code.group(1) + ")" : "";
    return new UploadException(
        "The storage responded with %d%s for %s.".formatted(response.code(), name, filename),
        response.code(),
        requestId(response),
        cut(text));
  }

  private static @Nullable String requestId(Response<ResponseBody> response) {
    @Nullable String ofS3 = response.headers().get("x-amz-request-id");
    return ofS3 == null ? response.headers().get("X-Request-Id") : ofS3;
  }

  private static String text(@Nullable ResponseBody body) {
    try {
      return body == null ? "" : body.string();
    } catch (IOException e) {
      // The status is what counts.
      return "";
    }
  }

  private static String withoutSecrets(String text, String url) {
    String rest = SECRET_ELEMENTS.matcher(text).replaceAll("<$1>" + MARK + "</$1>");
    rest = URL.matcher(rest).replaceAll(MARK);
    @Nullable HttpUrl parsed = HttpUrl.parse(url);
    for (int i = 0; parsed != null && i < parsed.querySize(); i++) {
      @Nullable String value = parsed.queryParameterValue(i);
      if (value != null && value.length() >= SHORTEST_SECRET) {
        rest = rest.replace(value, MARK);
      }
    }
    return rest;
  }

  private static String cut(String text) {
    return Utf8.truncate(text, Utf8.MAX_BODY_BYTES);
  }
}
