package visibuild;

import java.io.InputStream;
import java.nio.file.Path;
import visibuild.internal.upload.Uploads;

/**
 * Uploads files, which become the attachments of tickets.
 *
 * <pre>{@code
 * String key = Attachments.upload(visibuild.writeAccess(), Path.of("crack.jpg"));
 * tickets.open(NewTicket.of("Cracked tile", projectId).withAttachmentKeys(List.of(key)));
 * }</pre>
 *
 * <p>An upload is announced to Visibuild with its size and checksum, and the bytes then go to the
 * storage that Visibuild names: with the headers that it names and those of the transport, and
 * without a token. Where the storage fails in a way that may pass, the bytes are sent again, as
 * often and after such waits as {@link Visibuild.Builder#retries} says. A file of any size takes
 * the same little memory. To interrupt the thread ends the upload.
 *
 * @since 0.1
 */
public final class Attachments {
  private Attachments() {}

  /**
   * Uploads a file and waits for the end.
   *
   * @return the key of the upload, for a ticket's {@code attachmentKeys}
   * @throws UploadException if the storage does not take the file, or the file cannot be read
   * @throws VisibuildException if the upload cannot be announced
   */
  public static String upload(WriteAccess access, Path file) {
    return upload(access, Upload.of(file));
  }

  /**
   * Uploads bytes and waits for the end.
   *
   * @return the key of the upload, for a ticket's {@code attachmentKeys}
   * @throws UploadException if the storage does not take the file, or the bytes cannot be read
   * @throws VisibuildException if the upload cannot be announced
   */
  public static String upload(WriteAccess access, Upload upload) {
    return uploads(access).upload(upload);
  }

  /**
   * Uploads what a stream holds, of whatever length, and waits for the end. It is kept in a
   * temporary file meanwhile: Visibuild wants to know its size and checksum first. For bytes that
   * can be opened twice {@link Upload#of(String, String, Upload.ContentSource)} needs no such file.
   *
   * @param bytes is read to its end, and left open
   * @return the key of the upload, for a ticket's {@code attachmentKeys}
   * @throws UploadException if the storage does not take the file, or the stream cannot be read
   * @throws VisibuildException if the upload cannot be announced
   */
  public static String upload(
      WriteAccess access, String filename, String contentType, InputStream bytes) {
    return uploads(access).upload(filename, contentType, bytes);
  }

  private static Uploads uploads(WriteAccess access) {
    return new Uploads(access.implement(Uploads.Calls.class));
  }
}
