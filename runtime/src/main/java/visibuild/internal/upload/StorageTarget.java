package visibuild.internal.upload;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
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

  /** Servers commonly refuse more. */
  private static final int MAX_HEADERS = 50;

  private static final int MAX_HEADER_CHARS = 8 * 1024;

  private static final String CONTENT_TYPE = "Content-Type";

  private StorageTarget() {}

  /**
   * Refuses a target to which the bytes must not be sent.
   *
   * @param api the URL that the upload was announced to
   * @throws UploadException if the URL is not https; if a header cannot be sent, could send a
   *     secret or change the request; or if there are too many headers
   */
  static void check(String url, Map<String, String> headers, HttpUrl api) {
    if (url.length() > MAX_URL_CHARS) {
      throw refused("names a storage by a URL of more than " + MAX_URL_CHARS + " characters");
    }
    @Nullable HttpUrl storage = HttpUrl.parse(url);
    if (storage == null || !(storage.isHttps() || isLocal(storage, api))) {
      throw refused("names a storage that is not reached by https");
    }
    // Retrofit resolves it against the API, where "https:host/path" is relative.
    if (!storage.equals(api.resolve(url))) {
      throw refused("names a storage by a URL without \"//\" before its host");
    }
    if (!storage.username().isEmpty() || !storage.password().isEmpty()) {
      throw refused("names a storage by a URL with a user name or password");
    }
    checkSize(headers);
    headers.forEach(StorageTarget::checkHeader);
  }

  private static void checkSize(Map<String, String> headers) {
    Set<String> names = new HashSet<>();
    long chars = 0;
    for (Map.Entry<@Nullable String, @Nullable String> header : headers.entrySet()) {
      String name = String.valueOf(header.getKey());
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw refused("names a header for the storage twice");
      }
      chars += name.length() + String.valueOf(header.getValue()).length();
    }
    if (headers.size() > MAX_HEADERS || chars > MAX_HEADER_CHARS) {
      throw refused(
          "names more than %d headers for the storage, or headers of more than %d characters"
              .formatted(MAX_HEADERS, MAX_HEADER_CHARS));
    }
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
    if (name.equalsIgnoreCase(CONTENT_TYPE) && MediaType.parse(value) == null) {
      throw refused("names a content type for the storage that is none");
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
