package visibuild.internal.error;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a TLS connection that is refused for the server's certificate from one that broke off. */
public final class TlsErrors {
  private TlsErrors() {}

  /** Whether this program does not trust the server's certificate; that does not pass. */
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
