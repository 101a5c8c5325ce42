package visibuild.failure;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a TLS connection that is refused for the server's certificate from one that broke off. */
public final class Untrusted {
  private Untrusted() {}

  /** Whether this program does not trust the server's certificate; that does not pass. */
  public static boolean isMeantBy(IOException failure) {
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
