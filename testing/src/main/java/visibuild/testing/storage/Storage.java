package visibuild.testing.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.Form;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** Promises places, takes files and hands them out. Safe for use by several threads. */
public final class Storage {
  private static final Duration PROMISE_LASTS = Duration.ofMinutes(5);

  private final String origin;
  private final Clock clock;
  private final Supplier<String> signatures;
  private final Map<String, Promise> promised = new ConcurrentHashMap<>();
  private final Map<String, StoredFile> stored = new ConcurrentHashMap<>();

  /** An empty store at {@code origin}. */
  public Storage(String origin, Clock clock, Supplier<String> signatures) {
    this.origin = origin;
    this.clock = clock;
    this.signatures = signatures;
  }

  /** A place, and how to fill it. */
  public record Place(String key, String filename, String url, Map<String, String> headers) {}

  private record Promise(Upload upload, String filename, String contentType) {}

  /** Reserves a place for a file of {@code size} bytes with the base64 MD5 {@code checksum}. */
  public Place promise(
      String key, String filename, String contentType, long size, String checksum) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Content-MD5", checksum);
    Upload upload =
        new Upload(
            key, signatures.get(), size, checksum, headers, clock.instant().plus(PROMISE_LASTS));
    promised.put(key, new Promise(upload, filename, contentType));
    String url =
        url(key)
            + "?X-Amz-Expires="
            + PROMISE_LASTS.toSeconds()
            + "&X-Amz-SignedHeaders=content-length%3Bcontent-md5%3Bcontent-type%3Bhost"
            + "&X-Amz-Signature="
            + upload.signature();
    return new Place(key, filename, url, headers);
  }

  /** Puts a file there without an upload. */
  public void put(String key, StoredFile file) {
    stored.put(key, file);
  }

  /** The file under {@code key}, or null. */
  public @Nullable StoredFile file(String key) {
    return stored.get(key);
  }

  /** Returns the URL of the file under {@code key}. */
  public String url(String key) {
    return origin + "/" + key;
  }

  /** Handles a request to the store. */
  public SandboxHttpResponse response(SandboxHttpRequest request) {
    try {
      return switch (request.method()) {
        case "PUT" -> take(request);
        case "GET", "HEAD" -> handOut(request);
        default ->
            StorageError.of(
                405, "MethodNotAllowed", "The method is not allowed against this resource.");
      };
    } catch (HttpProblem problem) {
      return problem.response();
    }
  }

  private SandboxHttpResponse take(SandboxHttpRequest request) {
    if (request.headers().get("Authorization") != null) {
      return StorageError.of(
          400,
          "InvalidArgument",
          "Only one auth mechanism allowed: the signature of the URL or an Authorization header.");
    }
    String key = key(request);
    Promise promise = promised.get(key);
    if (promise == null) {
      return StorageError.of(403, "AccessDenied", "Nothing was promised under this key.");
    }
    String signature = Form.parse(request.query()).get("X-Amz-Signature");
    UploadCheck.check(promise.upload(), signature, request, clock.instant());
    StoredFile file = new StoredFile(promise.filename(), promise.contentType(), request.body());
    if (stored.putIfAbsent(key, file) != null) {
      return StorageError.of(403, "AccessDenied", "This URL has been used.");
    }
    return new SandboxHttpResponse(
        200, Headers.of("ETag", "\"" + request.body().md5().hex() + "\""), ByteString.EMPTY);
  }

  private SandboxHttpResponse handOut(SandboxHttpRequest request) {
    if (request.headers().get("Authorization") != null) {
      return StorageError.of(
          400, "InvalidArgument", "Unsupported Authorization Type: send no bearer token here.");
    }
    StoredFile file = stored.get(key(request));
    return file == null
        ? StorageError.of(404, "NoSuchKey", "The specified key does not exist.")
        : SandboxHttpResponse.of(200, file.contentType(), file.bytes());
  }

  private static String key(SandboxHttpRequest request) {
    return request.path().substring(1);
  }
}
