package dev.kuberounds.cluster.http;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The algorithm of a kubeconfig's client key. The client guesses it from the PEM label, and takes
 * {@code BEGIN PRIVATE KEY}, which is any algorithm's label in PKCS#8, for RSA.
 */
final class ClientKey {

  private static final String EC = "EC";
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private ClientKey() {}

  /** Tells the client that a key is elliptic if its label does not. */
  static void label(Config config) {
    try {
      Matcher key = PKCS8.matcher(pem(config));
      if (key.find()) {
        byte[] der = Base64.getMimeDecoder().decode(key.group(1));
        KeyFactory.getInstance(EC).generatePrivate(new PKCS8EncodedKeySpec(der));
        config.setClientKeyAlgo(EC);
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // Not elliptic, or not a key: the client says so itself.
    }
  }

  private static String pem(Config config) throws IOException {
    String data = config.getClientKeyData();
    if (data != null) {
      return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
    }
    String file = config.getClientKeyFile();
    return file == null ? "" : Files.readString(Path.of(file));
  }
}
