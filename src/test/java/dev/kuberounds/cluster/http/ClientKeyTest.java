package dev.kuberounds.cluster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClientKeyTest {

  private static Config config(String algorithm, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(
                Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded()));
    Config config = Config.empty();
    config.setClientKeyData(
        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)));
    return config;
  }

  @Test
  void anEllipticKeyWithoutLabelIsLabelled() throws GeneralSecurityException {
    Config config = config("EC", 256);
    ClientKey.label(config);
    assertThat(config.getClientKeyAlgo()).isEqualTo("EC");
  }

  @Test
  void anyOtherKeyIsLeftToTheClient() throws GeneralSecurityException {
    Config config = config("RSA", 2048);
    String before = config.getClientKeyAlgo();
    ClientKey.label(config);
    assertThat(config.getClientKeyAlgo()).isEqualTo(before).isNotEqualTo("EC");
  }
}
