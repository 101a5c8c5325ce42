package visibuild.internal.error;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import visibuild.internal.base.Causes;

/**
 * Distinguishes a TLS connection that failed because of the server's certificate from a broken one.
 */
public final class TlsErrors {
  private TlsErrors() {}

  /** Returns whether this program does not trust the server's certificate, which is permanent. */
  public static boolean isCertificateUntrusted(IOException failure) {
    return failure instanceof SSLPeerUnverifiedException
        || Causes.of(failure).stream().anyMatch(CertificateException.class::isInstance);
  }
}
