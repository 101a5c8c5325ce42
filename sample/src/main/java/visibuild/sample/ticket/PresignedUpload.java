package visibuild.sample.ticket;

import java.io.IOException;
import java.nio.file.Path;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import visibuild.sample.records.Upload;

/**
 * The second step of an upload: the bytes go to a presigned address on another host, with exactly
 * the headers that came with it.
 *
 * <p>The HTTP client is one of its own, which knows no token: the address is all the permission
 * that is needed, and the other host must not see a token of Visibuild. For the same reason it
 * follows no redirect.
 */
public final class PresignedUpload {
  private final OkHttpClient http =
      new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).build();

  /**
   * Sends the bytes of {@code file}.
   *
   * @throws UploadException if the other host does not take them; the message names the host, and
   *     not the address, which is a permission to write
   */
  public void put(Upload upload, Path file) {
    HttpUrl url = HttpUrl.parse(upload.url());
    if (url == null) {
      throw new UploadException("The upload's address, as the server gave it, is no URL.", null);
    }
    Request request =
        new Request.Builder()
            .url(url)
            .headers(Headers.of(upload.headers()))
            .put(RequestBody.create(file.toFile(), null))
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new UploadException(
            "The file was not uploaded: " + url.host() + " answered " + response.code() + ".",
            null);
      }
    } catch (IOException e) {
      throw new UploadException(
          "The file was not uploaded: no answer from " + url.host() + " (" + e.getMessage() + ").",
          e);
    }
  }
}
