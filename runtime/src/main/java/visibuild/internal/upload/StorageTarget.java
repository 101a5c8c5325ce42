package visibuild.internal.upload;

import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.UploadException;
import visibuild.internal.base.HeaderSyntax;
import visibuild.internal.base.Loopback;
import visibuild.internal.base.ReservedHeaders;
import visibuild.internal.base.TextSanitizer;

/** Checks the URL and the headers that a server names for the bytes of an upload. */
final class StorageTarget {
  /** Servers commonly refuse longer request lines. */
  private static final int MAX_URL_CHARS = 8 * 1024;

  private StorageTarget() {}

  /**
   * Refuses a target to which the bytes must not be sent.
   *
   * @param api the URL that the upload was announced to
   * @throws UploadException if the URL is not https, or a header could send a secret or change the
   *     request
   */
  static void check(String url, Map<String, String> headers, HttpUrl api) {
    if (url.length() > MAX_URL_CHARS) {
      throw refused("names a storage by a URL of more than " + MAX_URL_CHARS + " characters");
    }
    @Nullable HttpUrl storage = HttpUrl.parse(url);
    if (storage == null || !(storage.isHttps() || isLocal(storage, api))) {
      throw refused("names a storage that is not reached by https");
    }
    if (!storage.username().isEmpty() || !storage.password().isEmpty()) {
      throw refused("names a storage by a URL with a user name or password");
    }
    headers.forEach(StorageTarget::checkHeader);
  }

  /** A program that talks to a test server may use a storage without TLS, too. */
  private static boolean isLocal(HttpUrl storage, HttpUrl api) {
    return Loopback.isLoopback(storage.host()) && Loopback.isLoopback(api.host());
  }

  private static void checkHeader(@Nullable String name, @Nullable String value) {
    if (name == null
        || value == null
        || !HeaderSyntax.isName(name)
        || !HeaderSyntax.isValue(value)) {
      throw refused("names a header for the storage that cannot be sent");
    }
    if (ReservedHeaders.isRefusedFromServer(name)) {
      throw refused(
          "names the header %s for the storage, which a server must not set"
              .formatted(TextSanitizer.clean(name)));
    }
  }

  private static UploadException refused(String reason) {
    return new UploadException(
        "The response " + reason + "; nothing was sent there. Report it to Visibuild.", null);
  }
}
