package dev.kuberounds.delivery.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The certificate authorities of a PEM file, as the only ones to trust. */
public final class CertificateAuthorities {

  private CertificateAuthorities() {}

  /**
   * @throws IOException if the file cannot be read or holds no certificate; the message names it
   */
  public static TrustManager[] trustManagers(Path pem) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("ca-" + count++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot trust the certificates in ca-file " + pem, e);
    }
  }

  /** Sockets that trust only these authorities. */
  public static SSLSocketFactory socketFactory(Path pem) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trustManagers(pem), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot trust the certificates in ca-file " + pem, e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path pem) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(pem);
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException e) {
      throw new IOException("cannot read ca-file " + pem, e);
    } catch (CertificateException e) {
      throw new IOException("ca-file " + pem + " is not a list of PEM certificates", e);
    }
    throw new IOException("ca-file " + pem + " holds no certificate");
  }
}
