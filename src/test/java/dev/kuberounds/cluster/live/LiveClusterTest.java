package dev.kuberounds.cluster.live;

import static dev.kuberounds.cluster.Samples.configMap;
import static dev.kuberounds.cluster.Samples.namespace;
import static dev.kuberounds.cluster.Samples.pod;
import static dev.kuberounds.cluster.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveClusterTest {

  @TempDir private Path folder;
  private final FakeApiServer server = FakeApiServer.start().serve(Namespace.class);

  @AfterEach
  void stop() {
    server.close();
  }

  @SafeVarargs
  private Reading read(int pageSize, Class<? extends HasMetadata>... models) {
    return Reading.of(
        ClusterSources.live(server.properties(folder, pageSize), Scope.ALL, List.of(models), null));
  }

  @Test
  void pagesOfAllKindsAreMergedByNamespaceInKeyOrder() {
    server.add(namespace("a"), namespace("a-b"), namespace("empty"));
    server.add(pod("a", "p2"), pod("a-b", "p1"), pod("a", "p1"), pod("z", "p1"), pod("a", "p3"));
    server.add(service("a-b", "s"), service("z", "s2"), service("z", "s1"));

    Reading reading = read(2, Pod.class, Service.class);

    assertThat(reading.names()).containsExactly("a-b", "a", "empty", "z");
    assertThat(reading.paths(Pod.class)).containsExactly("a-b/p1", "a/p1", "a/p2", "a/p3", "z/p1");
    assertThat(reading.paths(Service.class)).containsExactly("a-b/s", "z/s1", "z/s2");
    assertThat(reading.namespace("empty").inventory().size()).isZero();
    assertThat(reading.namespace("empty").listed(Pod.class)).isTrue();
    assertThat(reading.ledger(Pod.class)).containsExactly("* listed 5");
    assertThat(reading.ledger(Namespace.class)).containsExactly("* listed 3");
  }

  @Test
  void theNumberOfRequestsDoesNotDependOnTheNumberOfNamespaces() {
    int constant = 3; // version, core group, other groups
    assertThat(requestsFor(2)).isEqualTo(constant + 1 + 12 + 1);
    assertThat(requestsFor(200)).isEqualTo(constant + 10 + 12 + 1);
  }

  /** 240 pods in so many namespaces, and a Service in each of two; pages of 20. */
  private int requestsFor(int namespaces) {
    try (FakeApiServer other = FakeApiServer.start()) {
      IntStream.range(0, namespaces).forEach(i -> other.add(namespace("team-" + i)));
      IntStream.range(0, 240).forEach(i -> other.add(pod("team-" + i % namespaces, "pod-" + i)));
      other.add(service("team-0", "s"), service("team-1", "s"));
      Reading reading =
          Reading.of(
              ClusterSources.live(
                  other.properties(folder, 20),
                  Scope.ALL,
                  List.of(Pod.class, Service.class),
                  null));
      assertThat(reading.paths(Pod.class)).hasSize(240);
      assertThat(reading.names()).hasSize(namespaces);
      assertThat(reading.traffic().requests()).isEqualTo(other.requests().size());
      assertThat(reading.traffic().bytes()).isBetween(1_000L, 100_000L);
      return other.requests().size();
    }
  }

  @Test
  void theServerTellsVersionAndTime() {
    Reading reading = read(500, Node.class);

    assertThat(reading.info().id()).isEqualTo("test");
    assertThat(reading.info().live()).isTrue();
    assertThat(reading.info().version()).isEqualTo("v1.34.2");
    assertThat(reading.info().takenAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(server.requests())
        .allSatisfy(request -> {
          assertThat(request.header("User-agent")).startsWith("kube-rounds/");
          assertThat(request.header("Authorization")).isEqualTo("Bearer secret");
        });
  }

  @Test
  void aRestartedRunKeepsItsFirstNow() {
    Instant first = Instant.parse("2026-01-31T02:00:00Z");
    Reading reading =
        Reading.of(
            ClusterSources.live(server.properties(folder, 500), Scope.ALL, List.of(), first));
    assertThat(reading.info().takenAt()).isEqualTo(first);
    assertThat(reading.cluster().takenAt()).isEqualTo(first);
  }

  @Test
  void aKindThatIsNotServedIsAbsentAndNotAskedFor() {
    server.add(pod("a", "p"));
    Reading reading = read(500, Pod.class, Deployment.class, Node.class);

    assertThat(reading.ledger(Deployment.class))
        .containsExactly("* absent 0 not served by this cluster");
    assertThat(reading.namespace("a").outcome(Deployment.class)).isInstanceOf(Outcome.Absent.class);
    assertThat(reading.cluster().outcome(Node.class)).isInstanceOf(Outcome.Absent.class);
    assertThat(server.requests()).noneMatch(request -> request.path().contains("deployments"));
  }

  @Test
  void objectsOfAListKnowTheirKind() {
    server.add(pod("a", "p"));
    Pod pod = read(500, Pod.class).namespace("a").all(Pod.class).getFirst();
    assertThat(ObjectRef.of(pod)).isEqualTo(ObjectRef.of(Pod.class, "a", "p"));
  }

  @Test
  void valuesAndBookkeepingAreDroppedButKeysAndSizesStay() {
    server.add(configMap("a", "c"));
    server.addJson(
        Pod.class,
        """
        {"metadata": {"namespace": "a", "name": "p",
          "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}", "team": "web"},
          "managedFields": [{"manager": "kubectl", "time": "2026-01-31T02:00:00Z"}]}}
        """);
    Reading reading = read(500, Pod.class, ConfigMap.class);

    Pod pod = reading.namespace("a").all(Pod.class).getFirst();
    assertThat(pod.getMetadata().getAnnotations()).containsOnlyKeys("team");
    assertThat(pod.getMetadata().getManagedFields()).isEmpty();
    ConfigMap configMap = reading.namespace("a").all(ConfigMap.class).getFirst();
    assertThat(configMap.getData()).containsExactly(Map.entry("greeting", "16"));
    assertThat(configMap.getBinaryData()).containsExactly(Map.entry("logo", "5"));
  }

  @Test
  void valuesOfSecretsDoNotLeaveTheServer() {
    server.add(
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace("a")
            .withName("s")
            .addToLabels("app", "shop")
            .endMetadata()
            .addToData("password", "aHVudGVyMg==")
            .build());
    Secret secret = read(500, Secret.class).namespace("a").all(Secret.class).getFirst();

    assertThat(secret.getKind()).isEqualTo("Secret");
    assertThat(secret.getApiVersion()).isEqualTo("v1");
    assertThat(secret.getMetadata().getLabels()).containsEntry("app", "shop");
    assertThat(secret.getData()).isNullOrEmpty();
    assertThat(server.requests())
        .filteredOn(request -> request.path().endsWith("/secrets"))
        .singleElement()
        .extracting(request -> request.header("Accept"))
        .asString()
        .contains("as=PartialObjectMetadataList");
  }

  @Test
  void onlyEventsOfTroubleAreAskedFor() {
    server.add(event("good", "Normal"), event("bad", "Warning"));
    assertThat(read(500, Event.class).paths(Event.class)).containsExactly("a/bad");
  }

  private static Event event(String name, String type) {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace("a")
        .withName(name)
        .endMetadata()
        .withType(type)
        .build();
  }
}
