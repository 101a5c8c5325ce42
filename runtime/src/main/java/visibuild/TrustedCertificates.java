package visibuild;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;

/** Certificates that a program trusts besides the JVM's, by the JVM's own means. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /** Reads a PEM file. */
  static List<X509Certificate> read(Path pem) {
    List<X509Certificate> certificates;
    try (InputStream file = Files.newInputStream(pem)) {
      certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The certificates in %s cannot be read (%s); check the path and its permissions."
              .formatted(TextSanitizer.clean(pem.toString()), e.getClass().getSimpleName()),
          e);
    } catch (CertificateException e) {
      throw unreadable(pem, e);
    }
    if (certificates.isEmpty()) {
      throw unreadable(pem, null);
    }
    return certificates;
  }

  private static IllegalArgumentException unreadable(Path pem, @Nullable Exception cause) {
    return new IllegalArgumentException(
        TextSanitizer.clean(pem.toString())
            + " holds no X.509 certificates; give a PEM file with \"-----BEGIN CERTIFICATE-----\" in"
            + " it.",
        cause);
  }

  /** Returns a trust manager for {@code certificates} and those that the JVM trusts. */
  static X509TrustManager and(List<X509Certificate> certificates) {
    try {
      List<X509Certificate> all = new ArrayList<>(certificates);
      all.addAll(Arrays.asList(trust(null).getAcceptedIssuers()));
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < all.size(); i++) {
        store.setCertificateEntry(Integer.toString(i), all.get(i));
      }
      return trust(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java cannot hold certificates to trust.", e);
    }
  }

  private static X509TrustManager trust(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  /** TLS connections to whom {@code trust} trusts. */
  static SSLSocketFactory sockets(X509TrustManager trust) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {trust}, null);
      return tls.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has TLS; this one has not.", e);
    }
  }
}
