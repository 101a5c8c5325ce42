package visibuild.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.HeaderMap;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Tag;
import retrofit2.http.Url;
import visibuild.ConnectionException;
import visibuild.RequestOptions;
import visibuild.Upload;
import visibuild.UploadException;
import visibuild.call.ClientCalls;
import visibuild.internal.error.InterruptErrors;
import visibuild.internal.error.SkipAuthentication;

/** Uploads files. */
public final class Uploads {
  private final Calls calls;

  /** Uploads with {@code calls}. */
  public Uploads(Calls calls) {
    this.calls = calls;
  }

  /** The two steps. */
  public interface Calls {
    /** Announces an upload. */
    @POST("api/core/v1/attachments")
    Call<Target> announce(@Body Announcement announcement);

    /** Sends the bytes, without a token. */
    @PUT
    Call<ResponseBody> send(
        @Url String url,
        @HeaderMap Map<String, String> headers,
        @Body RequestBody body,
        @Tag RequestOptions options,
        @Tag SkipAuthentication withoutToken);
  }

  /**
   * The announcement of an upload.
   *
   * @param fileSize in bytes
   * @param checksum the MD5 in Base64
   */
  public record Announcement(String filename, String contentType, long fileSize, String checksum) {}

  /**
   * The target of an upload.
   *
   * @param key the upload's name in a ticket
   * @param headers the headers to send, beside those of the transport
   */
  public record Target(String key, String url, @Nullable Map<String, String> headers) {
    /** Hides the URL, which is a secret: anyone with it can write there. */
    @Override
    public String toString() {
      return "Target[key=" + key + "]";
    }
  }

  /** Uploads a stream by way of a file, since its size and checksum are needed first. */
  public String upload(String filename, String contentType, InputStream bytes) {
    @Nullable Path file = null;
    try {
      file = Files.createTempFile("visibuild-upload", null);
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      Path copy = file;
      return upload(Upload.of(filename, contentType, () -> Files.newInputStream(copy)));
    } catch (IOException e) {
      String reason =
          InterruptErrors.isThreadInterrupt(e) || InterruptErrors.isTimeout(e)
              ? FileBody.unreadable(e)
              : "cannot be read, or not kept in a temporary file.";
      throw new UploadException(filename + " " + reason, e);
    } finally {
      delete(file);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system removes the remains of a temporary file.
    }
  }

  /** Uploads a file and returns its key. */
  public String upload(Upload upload) {
    Checksum checksum = checksum(upload);
    Call<Target> announcement =
        calls.announce(
            new Announcement(
                upload.filename(), upload.contentType(), checksum.size(), checksum.md5()));
    HttpUrl api = announcement.request().url();
    Target target = ClientCalls.execute(announcement);
    StorageTarget.check(target.url(), headers(target), api);
    send(upload, target, new FileBody(upload, checksum.size()));
    return target.key();
  }

  private static Checksum checksum(Upload upload) {
    try {
      return Checksum.of(upload.source());
    } catch (IOException e) {
      throw new UploadException(upload.filename() + " " + FileBody.unreadable(e), e);
    }
  }

  private void send(Upload upload, Target target, FileBody body) {
    Call<ResponseBody> call =
        calls.send(
            target.url(), headers(target), body, options(upload), SkipAuthentication.INSTANCE);
    if (upload.timeout().isEmpty()) {
      // The deadline of calls is none for a file of any size; a dead connection ends it anyway.
      call.timeout().clearTimeout();
    }
    Response<ResponseBody> response = sent(upload, call);
    if (!response.isSuccessful()) {
      throw StorageErrors.of(response, upload.filename(), target.url());
    }
    close(response.body());
  }

  /** Returns options for the storage, where sending the same bytes twice changes nothing. */
  private static RequestOptions options(Upload upload) {
    RequestOptions options = RequestOptions.none().idempotent();
    return upload.timeout().map(options::timeout).orElse(options);
  }

  private static Response<ResponseBody> sent(Upload upload, Call<ResponseBody> call) {
    try {
      return ClientCalls.executeResponse(call);
    } catch (ConnectionException e) {
      throw new UploadException(
          "%s did not reach the storage: %s".formatted(upload.filename(), e.getMessage()),
          e.getCause());
    }
  }

  private static void close(@Nullable ResponseBody body) {
    if (body != null) {
      body.close();
    }
  }

  private static Map<String, String> headers(Target target) {
    return target.headers() == null ? Map.of() : target.headers();
  }
}
