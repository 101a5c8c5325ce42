package visibuild.internal.error;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a TLS connection that failed because of the server's certificate from a broken one.
 */
public final class TlsErrors {
  /** The causes of an exception may form a circle. */
  private static final int MAX_DEPTH = 50;

  private TlsErrors() {}

  /** Returns whether this program does not trust the server's certificate, which is permanent. */
  public static boolean isCertificateUntrusted(IOException failure) {
    if (failure instanceof SSLPeerUnverifiedException) {
      return true;
    }
    int depth = 0;
    for (@Nullable Throwable cause = failure.getCause();
        cause != null && depth < MAX_DEPTH;
        cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
