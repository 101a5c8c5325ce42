package visibuild.sample.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import visibuild.sample.records.NewUpload;

/**
 * A file on this machine that is to go with a ticket.
 *
 * @param file where it is
 * @param announcement what the server is told of it first
 */
public record Photo(Path file, NewUpload announcement) {
  /**
   * Looks at the file: its length, its type, and its checksum, for which it is read once, in
   * pieces.
   *
   * @throws IOException if it is no file, is empty, or cannot be read; the message says which
   */
  public static Photo at(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no file " + file + ".");
    }
    if (Files.size(file) == 0) {
      throw new IOException("The file " + file + " is empty.");
    }
    if (!Files.isReadable(file)) {
      throw new IOException("The file " + file + " cannot be read; check its permissions.");
    }
    return new Photo(
        file,
        new NewUpload(
            file.toAbsolutePath().getFileName().toString(),
            Objects.requireNonNullElse(Files.probeContentType(file), "application/octet-stream"),
            Files.size(file),
            Base64.getEncoder().encodeToString(md5(file))));
  }

  private static byte[] md5(Path file) throws IOException {
    MessageDigest digest = md5();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  /** The protocol asks for MD5, against mistakes in transit; it protects nothing else. */
  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5, but this one does not", e);
    }
  }
}
