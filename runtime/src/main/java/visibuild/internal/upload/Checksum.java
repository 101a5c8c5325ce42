package visibuild.internal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import visibuild.Upload;

/**
 * The size of a file, and its MD5 in Base64 (RFC 1864): what an upload is announced with. It finds
 * bytes that got lost, and is no protection against anybody.
 */
record Checksum(long size, String md5) {
  static Checksum of(Upload.ContentSource source) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (InputStream bytes = source.open()) {
      int read;
      while ((read = bytes.read(buffer)) != -1) {
        digest.update(buffer, 0, read);
        size += read;
        if (Thread.currentThread().isInterrupted()) {
          // Most sources do not notice it, and a large file takes minutes.
          throw new InterruptedIOException("interrupted");
        }
      }
    }
    return new Checksum(size, Base64.getEncoder().encodeToString(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5; this one has not.", e);
    }
  }
}
