package dev.kuberounds.explanation;

import static dev.kuberounds.explanation.Explainers.about;
import static dev.kuberounds.explanation.Explainers.asking;
import static dev.kuberounds.explanation.Explainers.properties;
import static dev.kuberounds.explanation.Explainers.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kuberounds.explanation.Explainers.FastTiming;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {

  private static final String PASSWORD = "changeit";

  private final RecordingOpenAiServer server = RecordingOpenAiServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aProxyIsUsed() {
    String proxy = server.baseUrl().replace("/v1", "");
    try (Explainer explainer =
        Explainer.of(asking(server, "base-url", "http://ai.example/v1", "proxy", proxy))) {
      assertThat(reasons(explainer.explain(about("checkout")))).isEmpty();
    }
    assertThat(server.received().getFirst().path())
        .isEqualTo("http://ai.example/v1/chat/completions");
  }

  @Test
  void noRedirectIsFollowed() {
    RecordingOpenAiServer other = RecordingOpenAiServer.start();
    server.then((exchange, request, closing) -> {
      exchange.getResponseHeaders().add("Location", other.baseUrl() + "/chat/completions");
      exchange.sendResponseHeaders(307, -1);
    });
    try (other;
        Explainer explainer = Explainer.of(asking(server))) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("the backend answers 307");
      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    server.otherwise(Behaviours.status(200, "x".repeat(5 << 20)));
    try (Explainer explainer = Explainer.of(asking(server), new FastTiming())) {
      assertThat(reasons(explainer.explain(about("checkout"))))
          .containsValue("connection broken, 4 times");
    }
  }

  @Test
  void aCertificateOfOnesOwnIsTrustedIfItIsGiven(@TempDir Path folder) throws Exception {
    keytool(
        folder,
        "-genkeypair",
        "-alias",
        "ai",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(
        folder,
        "-exportcert",
        "-rfc",
        "-alias",
        "ai",
        "-file",
        folder.resolve("ca.pem").toString());
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("store"))));
    https.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    https.start();
    String url = "https://localhost:" + https.getAddress().getPort() + "/v1";
    try (Explainer strange =
            Explainer.of(
                properties("backend", "openai", "model", "m", "base-url", url), new FastTiming());
        Explainer trusting =
            Explainer.of(
                properties(
                    "backend",
                    "openai",
                    "model",
                    "m",
                    "base-url",
                    url,
                    "ca-file",
                    folder.resolve("ca.pem").toString()))) {
      assertThat(reasons(strange.explain(about("checkout"))))
          .containsValue("no trusted TLS connection (ca-file), 4 times");
      assertThat(reasons(trusting.explain(about("checkout"))).get("i-checkout"))
          .startsWith("the backend answers 401");
    } finally {
      https.stop(0);
    }
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(store)) {
      keys.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-storepass", PASSWORD, "-keystore", folder.resolve("store").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
