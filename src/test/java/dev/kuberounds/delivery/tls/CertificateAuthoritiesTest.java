package dev.kuberounds.delivery.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthoritiesTest {

  @TempDir Path root;

  @Test
  void everyCertificateOfTheFileIsTrustedAndNoOther() throws Exception {
    Path one = Identity.of(Files.createDirectory(root.resolve("a")), "dns:a").certificate();
    Path two = Identity.of(Files.createDirectory(root.resolve("b")), "dns:b").certificate();
    Path both =
        Files.writeString(root.resolve("both.pem"), Files.readString(one) + Files.readString(two));

    assertThat(CertificateAuthorities.trustManagers(both))
        .hasOnlyElementsOfType(X509TrustManager.class)
        .extracting(manager -> ((X509TrustManager) manager).getAcceptedIssuers().length)
        .containsExactly(2);
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = root.resolve("missing.pem");

    assertThatThrownBy(() -> CertificateAuthorities.trustManagers(missing))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot read ca-file %s", missing);
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws IOException {
    Path empty = Files.writeString(root.resolve("empty.pem"), "");
    Path other = Files.writeString(root.resolve("other.pem"), "hello");

    assertThatThrownBy(() -> CertificateAuthorities.trustManagers(empty))
        .hasMessage("ca-file %s holds no certificate", empty);
    assertThatThrownBy(() -> CertificateAuthorities.trustManagers(other))
        .hasMessage("ca-file %s is not a list of PEM certificates", other);
  }
}
