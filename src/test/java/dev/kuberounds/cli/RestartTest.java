package dev.kuberounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kuberounds.cluster.FakeAnswer;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.explanation.Behaviours;
import dev.kuberounds.explanation.RecordingOpenAiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle; the same command goes on, and repeats nothing. */
class RestartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final AtomicBoolean stalled = new AtomicBoolean();
  private final FakeApiServer cluster = Rounds.serveSample();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void killedInReading() throws Exception {
    stallFirst(Node.class);
    assertThatItGoesOn(() -> stalled.get());
  }

  @Test
  void killedBetweenNamespaces() throws Exception {
    stallLastPageOfPods();
    Path config = pages(20);
    killWhen(() -> stalled.get(), "--config", config.toString());
    Set<String> before = inspected();
    assertThat(before).isNotEmpty().doesNotContain("shop");
    goOn("--config", config.toString());
  }

  @Test
  void killedInExplaining() throws Exception {
    try (RecordingOpenAiServer server = RecordingOpenAiServer.start()) {
      server.then(Behaviours.answers(), Behaviours.hangs());
      String[] explain = {"--explain", "--config", explaining(server).toString()};
      killWhen(() -> server.received().size() == 2 && Files.exists(folder.resolve("log")), explain);
      assertThat(Captured.run(command("reports", explain)).code()).isZero();
      List<List<String>> asked =
          server.received().stream()
              .map(request -> request.incidents().values().toString())
              .map(List::of)
              .toList();
      // the first was answered and paid: it is not asked again; the second never was
      assertThat(asked.stream().filter(asked.getFirst()::equals)).hasSize(1);
      assertThat(asked.stream().filter(asked.get(1)::equals)).hasSize(2);
      assertThat(Rounds.report(folder.resolve("reports"), "test").path("incidents"))
          .allSatisfy(incident ->
              assertThat(incident.at("/explanation/outcome").asText()).isIn("explained", "cached"));
    }
  }

  @Test
  void killedInDelivering() throws Exception {
    AtomicBoolean called = new AtomicBoolean();
    int port;
    String[] deliver;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = silent.getLocalPort();
      deliver = new String[] {"--config", delivering(port).toString()};
      Thread.ofVirtual().start(() -> called.set(accept(silent)));
      killWhen(called::get, deliver);
    }
    FileTime copied = Files.getLastModifiedTime(folder.resolve("copy/test/latest.json"));
    GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    mail.start();
    try {
      Captured again = Captured.run(command("reports", deliver));
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.err()).doesNotContain("opened run", "destination=directory");
      assertThat(mail.getReceivedMessages()).hasSize(1);
      assertThat(Files.getLastModifiedTime(folder.resolve("copy/test/latest.json")))
          .isEqualTo(copied);
    } finally {
      mail.stop();
    }
  }

  @Test
  void stoppedBySigterm() throws Exception {
    stallFirst(Pod.class);
    Process process = Rounds.process(folder.resolve("log"), command("reports"));
    await(() -> stalled.get());
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Rounds.read(folder.resolve("log"))).isEqualTo(75);
    goOn();
  }

  @Test
  void whileOneRunsAnotherIsToldToWait() throws Exception {
    stallFirst(Pod.class);
    Process process = Rounds.process(folder.resolve("log"), command("reports"));
    await(() -> stalled.get());
    Captured second = Captured.run(command("reports"));
    process.destroyForcibly().waitFor();
    assertThat(second.code()).isEqualTo(75);
    assertThat(second.err()).contains("another run uses it").hasLineCount(1);
  }

  private void assertThatItGoesOn(BooleanSupplier moment) throws Exception {
    killWhen(moment);
    goOn();
  }

  private void killWhen(BooleanSupplier moment, String... options) throws Exception {
    Process process = Rounds.process(folder.resolve("log"), command("reports", options));
    await(moment);
    process.destroyForcibly().waitFor();
  }

  /** The same command again; its report is that of a run nobody disturbed. */
  private void goOn(String... options) {
    Captured again = Captured.run(command("reports", options));
    assertThat(again.code()).as(again.err()).isZero();
    boolean opened = Rounds.read(folder.resolve("log")).contains("opened run");
    assertThat(again.err().contains("opened run")).as("a second run is opened").isEqualTo(!opened);
    Captured.run(command("undisturbed", options));
    var report = Rounds.report(folder.resolve("reports"), "test");
    var expected = Rounds.report(folder.resolve("undisturbed"), "test");
    assertThat(report.path("findings")).hasSameSizeAs(expected.path("findings"));
    assertThat(timeless(Rounds.facts(report).toString()))
        .isEqualTo(timeless(Rounds.facts(expected).toString()));
  }

  /** A live server's "now" is its clock. */
  private static String timeless(String facts) {
    return facts.replaceAll("\"2[0-9-]{9}T[0-9:.]+Z\"", "\"time\"");
  }

  private Set<String> inspected() {
    return Rounds.read(folder.resolve("log"))
        .lines()
        .filter(line -> line.contains("inspected namespace="))
        .map(line -> line.replaceFirst(".*namespace=(\\S*).*", "$1"))
        .collect(Collectors.toSet());
  }

  private void stallFirst(Class<? extends HasMetadata> kind) {
    cluster.fault(
        kind,
        request ->
            stalled.compareAndSet(false, true) ? FakeAnswer.status(200, "").stalling() : null);
  }

  private void stallLastPageOfPods() {
    AtomicBoolean first = new AtomicBoolean(true);
    cluster.fault(
        Pod.class,
        request -> {
          String token = request.query().get("continue");
          if (token == null || !first.get() || pagesOfPods() < 3) {
            return null;
          }
          first.set(false);
          stalled.set(true);
          return FakeAnswer.status(200, "").stalling();
        });
  }

  private long pagesOfPods() {
    return cluster.requests().stream().filter(r -> r.path().endsWith("/pods")).count();
  }

  private Path pages(int size) throws IOException {
    return Files.writeString(
        folder.resolve("rounds.yaml"),
        """
        rounds.cluster.page-size: %d
        logging.level.dev.kuberounds: DEBUG
        """
            .formatted(size));
  }

  private Path explaining(RecordingOpenAiServer server) throws IOException {
    return Files.writeString(
        folder.resolve("rounds.yaml"),
        """
        rounds.explanation: {base-url: "%s", model: test, incidents-per-request: 4, concurrency: 1}
        """
            .formatted(server.baseUrl()));
  }

  private Path delivering(int port) throws IOException {
    return Files.writeString(
        folder.resolve("rounds.yaml"),
        """
        rounds.delivery:
          to: [directory, email]
          directory.path: %s
          email: {host: 127.0.0.1, port: %d, tls: none, from: a@example.org, to: [b@example.org]}
        """
            .formatted(folder.resolve("copy"), port));
  }

  /** Takes a connection and says nothing. */
  private static boolean accept(ServerSocket server) {
    try {
      server.accept();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String[] command(String reports, String... options) {
    return Rounds.live(cluster.kubeconfig(folder), folder.resolve(reports), options);
  }

  private static void await(BooleanSupplier moment) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!moment.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the awaited moment did not come").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
