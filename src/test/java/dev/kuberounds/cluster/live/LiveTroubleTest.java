package dev.kuberounds.cluster.live;

import static dev.kuberounds.cluster.Samples.namespace;
import static dev.kuberounds.cluster.Samples.pod;
import static dev.kuberounds.cluster.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.FakeAnswer;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.cluster.FakeRequest;
import dev.kuberounds.cluster.Fault;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTroubleTest {

  @TempDir private Path folder;
  private final FakeApiServer server = FakeApiServer.start();

  @BeforeEach
  void fill() {
    server.add(namespace("a"), namespace("b"), namespace("c"), service("c", "s"));
    server.add(pod("a", "1"), pod("a", "2"), pod("b", "3"), pod("b", "4"), pod("c", "5"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reading read(ClusterProperties properties) {
    return Reading.of(
        ClusterSources.live(properties, Scope.ALL, List.of(Pod.class, Service.class), null));
  }

  private Reading read() {
    return read(server.properties(folder, 2));
  }

  private long podRequests() {
    return server.requests().stream().filter(r -> r.path().endsWith("/pods")).count();
  }

  private void assertWhole(Reading reading) {
    assertThat(reading.paths(Pod.class)).containsExactly("a/1", "a/2", "b/3", "b/4", "c/5");
  }

  @Test
  void serverErrorsAreRidden() {
    server.fault(Pod.class, Fault.status(503, 2, null));
    Reading reading = read();
    assertWhole(reading);
    assertThat(reading.ledger(Pod.class)).containsExactly("* listed 5");
    assertThat(podRequests()).isEqualTo(3 + 2);
  }

  @Test
  void aThrottledRequestComesBackNoSoonerThanTheServerAsks() {
    server.fault(Pod.class, Fault.status(429, 1, 2));
    Reading reading = read();
    assertWhole(reading);
    assertThat(reading.traffic().throttled()).isEqualTo(1);
    List<Instant> arrivals =
        server.requests().stream()
            .filter(request -> request.path().endsWith("/pods"))
            .map(FakeRequest::arrival)
            .toList();
    // Two seconds were asked for; our own first pause is half a second at most.
    assertThat(arrivals.get(1)).isAfterOrEqualTo(arrivals.get(0).plusMillis(1900));
  }

  @Test
  void aKindThatKeepsFailingIsFailedAndTheOthersAreRead() {
    server.fault(Pod.class, Fault.when(request -> true, 500));
    Reading reading = read();
    assertThat(reading.names()).containsExactly("a", "b", "c");
    assertThat(reading.namespaces())
        .allSatisfy(each -> assertThat(each.outcome(Pod.class)).isInstanceOf(Outcome.Failed.class));
    assertThat(reading.namespace("c").all(Service.class)).hasSize(1);
    assertThat(reading.ledger(Pod.class))
        .containsExactly("* failed 0 500: out of order on purpose (3 attempts)");
    assertThat(podRequests()).isEqualTo(3);
  }

  @Test
  void aPageThatFailsSpoilsItsNamespaceAndTheLaterOnes() {
    server.fault(
        Pod.class, Fault.when(request -> "4".equals(request.query().get("continue")), 400));
    Reading reading = read();
    assertThat(reading.namespace("a").listed(Pod.class)).isTrue();
    // b's pods are all here, but nobody can know that without the next page.
    assertThat(reading.namespace("b").outcome(Pod.class)).isInstanceOf(Outcome.Failed.class);
    assertThat(reading.namespace("c").outcome(Pod.class)).isInstanceOf(Outcome.Failed.class);
    assertThat(reading.paths(Pod.class)).containsExactly("a/1", "a/2", "b/3", "b/4");
    assertThat(reading.ledger(Pod.class)).singleElement().asString().startsWith("* failed 4 400");
  }

  @Test
  void anExpiredListGoesOnWithTheTokenOfTheRefusal() {
    server.fault(Pod.class, Fault.expiry(true, 1));
    Reading reading = read();
    assertWhole(reading);
    assertThat(reading.ledger(Pod.class))
        .singleElement()
        .asString()
        .startsWith("* truncated 5 the list is not of one moment");
    assertThat(podRequests()).isEqualTo(3 + 1);
  }

  @Test
  void anExpiredListWithoutTokenBeginsAgainOnceAndRepeatsNothing() {
    server.fault(Pod.class, Fault.expiry(false, 1));
    Reading reading = read();
    assertWhole(reading);
    assertThat(reading.ledger(Pod.class)).singleElement().asString().startsWith("* truncated 5");
  }

  @Test
  void aListThatExpiresAgainIsFailed() {
    server.fault(Pod.class, Fault.expiry(false, 2));
    Reading reading = read();
    assertThat(reading.paths(Pod.class)).containsExactly("a/1", "a/2");
    assertThat(reading.ledger(Pod.class)).singleElement().asString().startsWith("* failed 2 410");
  }

  @Test
  void anAnswerThatBreaksOffIsAskedForAgain() {
    AtomicInteger left = new AtomicInteger(2);
    FakeAnswer half = FakeAnswer.status(200, "x".repeat(5000)).cutOff();
    server.fault(Pod.class, request -> left.getAndDecrement() > 0 ? half : null);
    assertWhole(read());
    assertThat(podRequests()).isEqualTo(3 + 2);
  }

  @Test
  void anAnswerThatStallsIsGivenUp() {
    FakeAnswer half = FakeAnswer.status(200, "x".repeat(5000)).stalling();
    server.fault(Pod.class, request -> half);
    Reading reading =
        read(
            new ClusterProperties(
                server.kubeconfig(folder), null, null, 2, 4, Duration.ofMillis(300), 0));
    assertThat(reading.ledger(Pod.class))
        .containsExactly("* failed 0 no complete answer within 0.3 s");
    assertThat(reading.paths(Service.class)).containsExactly("c/s");
  }

  @Test
  void aListOutOfOrderIsSorted() {
    try (FakeApiServer other = FakeApiServer.start().serve(Namespace.class)) {
      other.unordered(Pod.class).add(service("a", "s"));
      other.add(pod("c", "5"), pod("a", "2"), pod("b", "3"), pod("a", "1"), pod("b", "4"));
      Reading reading = read(other.properties(folder, 2));
      assertWhole(reading);
      assertThat(reading.ledger(Pod.class)).containsExactly("* listed 5");
    }
  }

  @Test
  void whatComesAfterItsNamespaceIsDoneIsCountedAsMissing() {
    try (FakeApiServer other = FakeApiServer.start().serve(Namespace.class)) {
      other.unordered(Pod.class).serve(Service.class);
      other.add(pod("b", "1"), pod("c", "2"), pod("d", "3"), pod("e", "4"), pod("a", "5"));
      Reading reading = read(other.properties(folder, 2));
      assertThat(reading.names()).containsExactly("b", "c", "d", "e");
      assertThat(reading.ledger(Pod.class))
          .containsExactly(
              "* truncated 4 the list is not in key order: 1 objects came after their namespace was"
                  + " done");
    }
  }

  @Test
  void closingEndsAReadThatWaits() throws InterruptedException {
    FakeAnswer half = FakeAnswer.status(200, "x".repeat(5000)).stalling();
    server.fault(Pod.class, request -> half);
    ClusterSource source =
        ClusterSources.live(server.properties(folder, 2), Scope.ALL, List.of(Pod.class), null);
    source.clusterScope();
    CompletableFuture<Boolean> reader =
        CompletableFuture.supplyAsync(() -> source.namespaces().hasNext());
    while (podRequests() == 0) {
      Thread.sleep(5);
    }
    source.close();
    assertThat(reader).failsWithin(Duration.ofSeconds(5));
  }
}
