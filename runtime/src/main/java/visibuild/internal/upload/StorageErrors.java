package visibuild.internal.upload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import visibuild.UploadException;
import visibuild.internal.base.LiteralReplacer;
import visibuild.internal.base.Utf8;
import visibuild.internal.error.BodyStart;

/**
 * Makes the exception for an error response of a storage, without the texts that would let others
 * write there. The time is linear in the length of the response.
 */
final class StorageErrors {
  private static final String MARK = "[redacted]";

  /** A shorter value of a presigned URL, such as a number of seconds, is no secret. */
  private static final int SHORTEST_SECRET = 8;

  /** A shorter match at the end of a truncated text is a coincidence. */
  private static final int SHORTEST_START = 4;

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
    @Nullable ResponseBody body = response.errorBody();
    String text = body == null ? "" : withoutSecrets(BodyStart.read(body), url);
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

  private static String withoutSecrets(BodyStart body, String url) {
    String rest = SECRET_ELEMENTS.matcher(body.text()).replaceAll("<$1>" + MARK + "</$1>");
    rest = URL.matcher(rest).replaceAll(MARK);
    int shortestStart = body.isTruncated() ? SHORTEST_START : Integer.MAX_VALUE;
    for (String value : queryValues(url)) {
      rest = new LiteralReplacer(value, MARK).replace(rest, shortestStart);
    }
    return rest;
  }

  /** Returns the values of the query that may be secret, encoded and decoded. */
  private static Set<String> queryValues(String url) {
    Set<String> values = new LinkedHashSet<>();
    @Nullable HttpUrl decoded = HttpUrl.parse(url);
    for (int i = 0; decoded != null && i < decoded.querySize(); i++) {
      @Nullable String value = decoded.queryParameterValue(i);
      if (value != null && value.length() >= SHORTEST_SECRET) {
        values.add(value);
        values.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private static String cut(String text) {
    return Utf8.truncate(text, Utf8.MAX_BODY_BYTES);
  }
}
