package visibuild;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Loopback;

/** The origin of a Visibuild installation, known to be safe to send a secret to. */
record BaseUrl(HttpUrl url) {
  static BaseUrl of(@Nullable Region region) {
    if (region == null) {
      throw new IllegalArgumentException(
          "The region is missing; give Region.APAC, Region.EU or Region.US, or call baseUrl(...).");
    }
    return parse(region.origin().toString(), "The region's origin");
  }

  /**
   * Reads a base URL.
   *
   * @param what names the setting in an error
   * @throws IllegalArgumentException if the text is no origin, or not https and not on the loopback
   */
  static BaseUrl parse(@Nullable String text, String what) {
    @Nullable HttpUrl url = text == null ? null : HttpUrl.parse(text.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          what
              + " is not a URL; write an origin such as https://app.apac.visibuild.com"
              + " (or an http one on the loopback).");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      // The text is not repeated: it carries a password.
      throw new IllegalArgumentException(
          what + " carries a user name or password; remove it, the credential is given apart.");
    }
    String written = originOf(url);
    if (!url.encodedPath().equals("/") || url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException(
          what
              + " goes beyond the origin; write \""
              + written
              + "\" alone, the path comes from @VisibuildApi(path = ...).");
    }
    if (!url.isHttps() && !Loopback.isLoopback(url.host())) {
      throw new IllegalArgumentException(
          what
              + " \""
              + written
              + "\" is not https, so the credential would travel in plain text; write https"
              + " (http is allowed on the loopback only).");
    }
    return new BaseUrl(url);
  }

  private static String originOf(HttpUrl url) {
    HttpUrl root =
        new HttpUrl.Builder().scheme(url.scheme()).host(url.host()).port(url.port()).build();
    String text = root.toString();
    return text.substring(0, text.length() - 1);
  }
}
