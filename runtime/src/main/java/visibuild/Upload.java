package visibuild;

import static visibuild.Preconditions.checkTimeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload with {@link Attachments}: its name, its type, and where its bytes come from.
 * They are read twice, once for the checksum and once to send them, and never held together.
 *
 * <pre>{@code
 * Upload photo = Upload.of(Path.of("crack.jpg")).onProgress(sent -> bar.set(sent));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class Upload {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final String filename;
  private final String contentType;
  private final ContentSource source;
  private final LongConsumer progress;
  private final @Nullable Duration timeout;

  private Upload(
      String filename,
      String contentType,
      ContentSource source,
      LongConsumer progress,
      @Nullable Duration timeout) {
    this.filename = Objects.requireNonNull(filename, "filename");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.source = source;
    this.progress = progress;
    this.timeout = timeout;
  }

  /**
   * Opens the bytes anew, from the first on.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface ContentSource {
    /** Opens the bytes; the caller closes. */
    InputStream open() throws IOException;
  }

  /**
   * A regular file, under its name; its type is guessed from the name. Directories, named pipes and
   * devices are refused with an {@link UploadException} when the upload begins.
   */
  public static Upload of(Path file) {
    Path name = file.getFileName();
    if (name == null) {
      throw new IllegalArgumentException(file + " is no file; give one with a name.");
    }
    return new Upload(name.toString(), type(name.toString()), () -> open(file), sent -> {}, null);
  }

  /** Bytes that are there. */
  public static Upload of(String filename, String contentType, byte[] bytes) {
    byte[] copy = bytes.clone();
    return of(filename, contentType, () -> new ByteArrayInputStream(copy));
  }

  /** Returns an upload of bytes that {@code source} opens, as often as needed. */
  public static Upload of(String filename, String contentType, ContentSource source) {
    return new Upload(filename, contentType, source, sent -> {}, null);
  }

  /**
   * Returns an upload that reports the number of bytes sent so far to {@code progress}, on the
   * uploading thread. After a failure the number restarts at 0. An exception from {@code progress}
   * ends the upload.
   */
  public Upload onProgress(LongConsumer progress) {
    return new Upload(filename, contentType, source, progress, timeout);
  }

  /**
   * The same, which gives up when the bytes are not sent after {@code timeout}, waits and
   * repetitions included. Without it sending ends when the connection is dead; the builder's
   * timeout of calls is none for a file of any size.
   *
   * @throws IllegalArgumentException if it is below a millisecond or above 24 days
   */
  public Upload timeout(Duration timeout) {
    return new Upload(
        filename, contentType, source, progress, checkTimeout(timeout, "timeout of the upload"));
  }

  /** The file's name in Visibuild. */
  public String filename() {
    return filename;
  }

  /** The file's media type, such as {@code image/jpeg}. */
  public String contentType() {
    return contentType;
  }

  /** Returns the source of the bytes. */
  public ContentSource source() {
    return source;
  }

  /** Returns the timeout for sending; empty without one. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns the receiver of the number of sent bytes. */
  public LongConsumer progress() {
    return progress;
  }

  /** To open a named pipe waits for its writer, which no interrupt ends. */
  private static InputStream open(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UploadException(
          file.getFileName()
              + " is not a regular file, so it cannot be read twice; give a regular file, or a"
              + " stream.",
          null);
    }
    return Files.newInputStream(file);
  }

  private static String type(String filename) {
    @Nullable String guess = URLConnection.guessContentTypeFromName(filename);
    return guess == null ? UNKNOWN_TYPE : guess;
  }
}
