package dev.procc.live.http;

import dev.procc.base.file.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Trust in the certificates of the runtime and of a PEM file, for companies whose proxy signs with
/// its own.
final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /// @throws CertificateException if the file contains no certificate
  static SSLContext sslContext(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (TrustManager manager : trustManagers(null)) {
      if (manager instanceof X509TrustManager x509) {
        for (X509Certificate certificate : x509.getAcceptedIssuers()) {
          store.setCertificateEntry("runtime-" + count++, certificate);
        }
      }
    }
    Collection<? extends Certificate> own =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(InputFile.bytes(pem, InputFile.TEXT_LIMIT)));
    if (own.isEmpty()) {
      throw new CertificateException("it holds no certificate");
    }
    for (Certificate certificate : own) {
      store.setCertificateEntry("own-" + count++, certificate);
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trustManagers(store), null);
    return context;
  }

  private static TrustManager[] trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
