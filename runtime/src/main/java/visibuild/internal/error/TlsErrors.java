package visibuild.internal.error;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a TLS connection that failed because of the server's certificate from a broken one.
 */
public final class TlsErrors {
  private TlsErrors() {}

  /** Returns whether this program does not trust the server's certificate, which is permanent. */
  public static boolean isCertificateUntrusted(IOException failure) {
    if (failure instanceof SSLPeerUnverifiedException) {
      return true;
    }
    for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
