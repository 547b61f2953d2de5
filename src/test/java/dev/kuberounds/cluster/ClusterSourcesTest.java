package dev.kuberounds.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSourcesTest {

  @TempDir private Path folder;

  private static ClusterSource open(@Nullable Path kubeconfig, @Nullable String context) {
    ClusterProperties properties =
        new ClusterProperties(kubeconfig, context, null, 500, 4, Duration.ofSeconds(5), 0);
    return ClusterSources.live(properties, Scope.ALL, List.of(Pod.class), null);
  }

  private void assertRefused(String text, @Nullable String context, String... words)
      throws IOException {
    Path file = Files.writeString(folder.resolve("config"), text);
    assertThatThrownBy(() -> open(file, context))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
  }

  private void assertUnavailable(String server, String... words) {
    try (ClusterSource source = open(FakeApiServer.kubeconfig(folder, server), null)) {
      assertThatThrownBy(source::info)
          .isInstanceOf(ClusterUnavailableException.class)
          .hasMessageStartingWith("cannot read cluster 'test' at " + server + ": ")
          .hasMessageContainingAll(words)
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void aMissingKubeconfigIsNamed() {
    assertThatThrownBy(() -> open(folder.resolve("nowhere"), null))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessageContainingAll("nowhere", "no such file");
  }

  @Test
  void whatIsNoKubeconfigIsRefused() throws IOException {
    assertRefused("just text", null, "it is not a kubeconfig");
    assertRefused("", null, "it is not a kubeconfig");
    assertRefused("a: [b", null, "it is not a kubeconfig");
    assertRefused("apiVersion: v1\nkind: Config\n", null, "names no server");
  }

  @Test
  void anUnknownContextIsNamedWithTheKnownOnes() throws IOException {
    String text = Files.readString(FakeApiServer.kubeconfig(folder, "http://127.0.0.1:1"));
    assertRefused(text, "tset", "no context 'tset'", "it has: test");
  }

  @Test
  void aMalformedSelectorIsRefused() {
    Scope scope = new Scope(List.of(), List.of(), "app in web");
    assertThatThrownBy(() -> ClusterSources.dump(folder, "x", scope, List.of()))
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessageContaining("label selector 'app in web' is malformed");
  }

  @Test
  void aServerThatDoesNotListenIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertUnavailable("http://127.0.0.1:" + port, "connection refused", "can be reached");
  }

  @Test
  void anUnknownHostIsNamed() {
    assertUnavailable("https://no-such-host.invalid:6443", "the host name is unknown");
  }

  @Test
  void anUntrustedCertificateIsNamed() throws Exception {
    Path keys = folder.resolve("keys.p12");
    String command =
        System.getProperty("java.home")
            + "/bin/keytool -genkeypair -alias s -keyalg EC -dname CN=x -ext san=ip:127.0.0.1"
            + " -storetype PKCS12 -storepass changeit -keystore";
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(keys.toString());
    Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
    assertThat(keytool.waitFor()).isZero();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
    server.start();
    try {
      assertUnavailable(
          "https://127.0.0.1:" + server.getAddress().getPort(),
          "certificate is not trusted",
          "check certificate-authority in the kubeconfig");
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext tls(Path keys) throws Exception {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    char[] password = "changeit".toCharArray();
    factory.init(KeyStore.getInstance(keys.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void rejectedCredentialsAreNamed() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.everything(() -> FakeAnswer.status(401, "Unauthorized"));
      assertUnavailable(server.url(), "401", "the credentials are not accepted");
    }
  }

  @Test
  void aWebServerOfAnotherKindIsNamed() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.everything(() -> FakeAnswer.status(200, "hello"));
      assertUnavailable(server.url(), "not a Kubernetes API server");
    }
  }

  @Test
  void aSickServerIsUnavailable() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.everything(() -> FakeAnswer.status(503, "etcd leader changed"));
      assertUnavailable(server.url(), "503: etcd leader changed", "when the server is healthy");
    }
  }

  @Test
  void theIdCanBeGiven() {
    ClusterProperties properties =
        new ClusterProperties(
            FakeApiServer.kubeconfig(folder, "http://127.0.0.1:1"),
            null,
            "prod-eu",
            500,
            4,
            Duration.ofSeconds(1),
            0);
    try (ClusterSource source = ClusterSources.live(properties, Scope.ALL, List.of(), null)) {
      assertThatThrownBy(source::info).hasMessageContaining("cluster 'prod-eu'");
    }
  }
}
