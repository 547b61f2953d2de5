package dev.kuberounds.cluster.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.Traffic;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpClusterTest {

  private static final List<Class<? extends HasMetadata>> MODELS =
      List.of(
          Pod.class,
          Service.class,
          Secret.class,
          ConfigMap.class,
          Event.class,
          Deployment.class,
          Ingress.class,
          Node.class);

  @TempDir private Path folder;

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("dump"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading read(String text) {
    return Reading.of(ClusterSources.dump(write(text), "shop", Scope.ALL, MODELS));
  }

  @Test
  void aListIsGroupedByNamespaceInKeyOrder() {
    Reading reading =
        read(
            """
            {"kind": "List", "apiVersion": "v1", "items": [
              {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "b", "name": "2"}},
              {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "1"}},
              {"kind": "Service", "apiVersion": "v1", "metadata": {"namespace": "a-b", "name": "s"}},
              {"kind": "Node", "apiVersion": "v1", "metadata": {"name": "n"}},
              {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "0"}},
              {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "0"}},
              {"kind": "Role", "apiVersion": "x/v1", "metadata": {"namespace": "only", "name": "r"}}
            ]}
            """);
    assertThat(reading.names()).containsExactly("a-b", "a", "b", "only");
    assertThat(reading.paths(Pod.class)).containsExactly("a/0", "a/1", "b/2");
    assertThat(reading.cluster().find(Node.class, "n")).isPresent();
    assertThat(reading.ledger(Pod.class)).containsExactly("* listed 3");
    assertThat(reading.ledger(Secret.class)).containsExactly("* absent 0 not in the dump");
    assertThat(reading.info().id()).isEqualTo("shop");
    assertThat(reading.info().live()).isFalse();
    assertThat(reading.traffic()).isEqualTo(Traffic.NONE);
  }

  @Test
  void aYamlFileMayHoldSeveralDocumentsOfEveryForm() {
    Reading reading =
        read(
            """
            # a comment
            apiVersion: v1
            kind: Pod
            metadata: {namespace: a, name: "1", labels: &labels {app: web}}
            spec: {nodeSelector: *labels}
            ---
            ---
            apiVersion: v1
            items:
            - metadata: {namespace: a, name: s}
              spec: {selector: {<<: &more {app: web, tier: front}, tier: back}}
            kind: ServiceList
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: without-namespace}
            """);
    assertThat(reading.paths(Pod.class)).containsExactly("a/1");
    assertThat(reading.paths(Service.class)).containsExactly("a/s");
    assertThat(reading.paths(Deployment.class)).containsExactly("default/without-namespace");
    NamespaceSnapshot a = reading.namespace("a");
    assertThat(a.all(Pod.class).getFirst().getSpec().getNodeSelector())
        .isEqualTo(Map.of("app", "web"));
    assertThat(a.all(Service.class).getFirst().getSpec().getSelector())
        .isEqualTo(Map.of("app", "web", "tier", "back"));
  }

  @Test
  void concatenatedJsonDocumentsAreAllRead() {
    Reading reading =
        read(
            """
            {"kind": "PodList", "apiVersion": "v1", "items": [{"metadata": {"namespace": "a", "name": "1"}}]}
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "2"}}
            """);
    assertThat(reading.paths(Pod.class)).containsExactly("a/1", "a/2");
    assertThat(reading.namespace("a").all(Pod.class))
        .extracting(Pod::getKind, Pod::getApiVersion)
        .containsOnly(tuple("Pod", "v1"));
  }

  @Test
  void anEmptyTypedListSaysThatThereIsNone() {
    Reading reading =
        read(
            """
            {"kind": "SecretList", "apiVersion": "v1", "items": []}
            {"kind": "ServiceList", "apiVersion": "v1", "items": null}
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "1"}}
            """);
    NamespaceSnapshot a = reading.namespace("a");
    assertThat(a.listed(Secret.class)).isTrue();
    assertThat(a.listed(Service.class)).isTrue();
    assertThat(a.outcome(ConfigMap.class)).isEqualTo(new Outcome.Absent("not in the dump"));
  }

  @Test
  void aCompressedFileIsRecognizedByItsContent() throws IOException {
    Path file = folder.resolve("dump.json");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("kind: Node\napiVersion: v1\nmetadata: {name: n}".getBytes(StandardCharsets.UTF_8));
    }
    Reading reading = Reading.of(ClusterSources.dump(file, "x", Scope.ALL, MODELS));
    assertThat(reading.cluster().find(Node.class, "n")).isPresent();
    assertThat(reading.names()).isEmpty();
  }

  @Test
  void valuesAreDroppedAndNormalEventsLeftOut() {
    Reading reading =
        read(
            """
            {"kind": "List", "apiVersion": "v1", "items": [
              {"kind": "Secret", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "s"},
               "data": {"password": "aHVudGVyMg=="}, "stringData": {"user": "bob"}},
              {"kind": "Event", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "1"}, "type": "Normal"},
              {"kind": "Event", "apiVersion": "v1", "metadata": {"namespace": "a", "name": "2"}, "type": "Warning"}
            ]}
            """);
    Secret secret = reading.namespace("a").all(Secret.class).getFirst();
    assertThat(secret.getData()).isEqualTo(Map.of("password", "7"));
    assertThat(secret.getStringData()).isEqualTo(Map.of("user", "3"));
    assertThat(reading.paths(Event.class)).containsExactly("a/2");
  }

  @Test
  void nowIsTheNewestTimeThatIsSurelyPast() {
    Reading reading =
        read(
            """
            kind: Pod
            apiVersion: v1
            metadata:
              namespace: a
              name: "1"
              creationTimestamp: 2026-01-01T00:00:00Z
              annotations: {expires: "2030-01-01T00:00:00Z", startTime: "2031-01-01T00:00:00Z"}
              managedFields: [{time: "2026-01-03T00:00:00Z"}]
            spec: {startTime: 2032-01-01T00:00:00Z}
            status: {conditions: [{lastTransitionTime: 2026-01-02T00:00:00Z, notAfter: "2033-01-01T00:00:00Z"}]}
            ---
            kind: Lease
            apiVersion: coordination.k8s.io/v1
            metadata: {namespace: kube-node-lease, name: n}
            spec: {renewTime: 2026-01-04T05:06:07.123456Z}
            """);
    assertThat(reading.info().takenAt()).isEqualTo("2026-01-04T05:06:07.123456Z");
    assertThat(reading.info().version()).isNull();
  }

  @Test
  void aDumpMayTellItsTimeAndVersion() {
    Reading reading =
        read(
            """
            apiVersion: v1
            kind: List
            items:
            - {kind: Node, apiVersion: v1, metadata: {name: n, creationTimestamp: "2026-01-01T00:00:00Z"}}
            metadata:
              annotations:
                kube-rounds.dev/taken-at: "2026-01-31T02:00:00Z"
                kube-rounds.dev/version: v1.34.2
            """);
    assertThat(reading.info().takenAt()).isEqualTo(Instant.parse("2026-01-31T02:00:00Z"));
    assertThat(reading.info().version()).isEqualTo("v1.34.2");
  }

  @Test
  void kindsOfOtherGroupsAreOtherKinds() {
    Reading reading =
        read(
            """
            {"kind": "Service", "apiVersion": "serving.knative.dev/v1", "metadata": {"namespace": "a", "name": "s"}}
            """);
    assertThat(reading.ledger(Service.class)).containsExactly("* absent 0 not in the dump");
  }
}
