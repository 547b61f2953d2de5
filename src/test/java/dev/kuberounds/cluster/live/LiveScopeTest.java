package dev.kuberounds.cluster.live;

import static dev.kuberounds.cluster.Samples.namespace;
import static dev.kuberounds.cluster.Samples.pod;
import static dev.kuberounds.cluster.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.cluster.ClusterConfigurationException;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.cluster.FakeRequest;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveScopeTest {

  @TempDir private Path folder;
  private final FakeApiServer server = FakeApiServer.start();

  @BeforeEach
  void fill() {
    server.add(namespace("a"), namespace("b"), namespace("home"), namespace("kube-system"));
    server.add(pod("a", "1"), pod("b", "2"), pod("b", "3"), pod("home", "4"));
    server.add(pod("kube-system", "5"), service("a", "s"), service("home", "t"));
    server.serve(Node.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reading read(Scope scope) {
    return Reading.of(
        ClusterSources.live(
            server.properties(folder, 500),
            scope,
            List.of(Pod.class, Service.class, Secret.class, Node.class),
            null));
  }

  private static Scope only(String... namespaces) {
    return new Scope(List.of(namespaces), List.of(), "");
  }

  @Test
  void aKindForbiddenInTheClusterIsReadWhereItIsAllowed() {
    server.deny(Pod.class, "b", "home");
    Reading reading = read(Scope.ALL);

    assertThat(reading.paths(Pod.class)).containsExactly("b/2", "b/3", "home/4");
    assertThat(reading.namespace("b").listed(Pod.class)).isTrue();
    assertThat(reading.namespace("a").outcome(Pod.class).word()).isEqualTo("denied");
    assertThat(reading.ledger(Pod.class))
        .containsExactly(
            "* denied 0 403 forbidden; may be read in 2 of 4 namespaces",
            "b listed 2",
            "home listed 1");
    assertThat(reading.paths(Service.class)).containsExactly("a/s", "home/t");
    assertThat(server.requests())
        .filteredOn(request -> request.path().endsWith("/selfsubjectrulesreviews"))
        .hasSize(4);
    assertThat(server.requests())
        .extracting(FakeRequest::path)
        .doesNotContain("/api/v1/namespaces/a/pods");
  }

  @Test
  void secretsThatMayNotBeReadAtAllAreDeniedEverywhere() {
    server.deny(Secret.class);
    Reading reading = read(Scope.ALL);
    assertThat(reading.ledger(Secret.class))
        .containsExactly("* denied 0 403 forbidden; may be read in 0 of 4 namespaces");
    assertThat(reading.namespaces())
        .hasSize(4)
        .allSatisfy(
            each -> assertThat(each.outcome(Secret.class)).isInstanceOf(Outcome.Denied.class));
  }

  @Test
  void withoutAListOfNamespacesOnlyOnesOwnIsTried() {
    server.deny(Namespace.class).deny(Pod.class, "home", "a").deny(Service.class, "home");
    Reading reading = read(Scope.ALL);
    assertThat(reading.names()).containsExactly("home");
    assertThat(reading.paths(Pod.class)).containsExactly("home/4");
    assertThat(reading.ledger(Pod.class))
        .containsExactly(
            "* denied 0 403 forbidden; namespaces may not be listed either, so only 'home' was"
                + " tried; name others with --namespace",
            "home listed 1");
    assertThat(reading.ledger(Namespace.class)).containsExactly("* denied 0 403 forbidden");
  }

  @Test
  void aClusterScopedKindThatIsForbiddenIsDenied() {
    server.deny(Node.class);
    assertThat(read(Scope.ALL).cluster().outcome(Node.class))
        .isEqualTo(new Outcome.Denied("403 forbidden"));
  }

  @Test
  void namedNamespacesAreListedOneByOne() {
    server.deny(Secret.class, "a");
    Reading reading = read(only("b", "a"));
    assertThat(reading.names()).containsExactly("a", "b");
    assertThat(reading.paths(Pod.class)).containsExactly("a/1", "b/2", "b/3");
    assertThat(reading.ledger(Pod.class)).containsExactly("a listed 1", "b listed 2");
    assertThat(reading.ledger(Secret.class))
        .containsExactly("a listed 0", "b denied 0 403 forbidden");
    assertThat(reading.ledger(Node.class)).containsExactly("* listed 0");
    assertThat(server.requests())
        .extracting(FakeRequest::path)
        .doesNotContain("/api/v1/pods", "/api/v1/services");
  }

  @Test
  void aNamedNamespaceThatDoesNotExistStopsTheRunAtItsStart() {
    ClusterSource source =
        ClusterSources.live(
            server.properties(folder, 500), only("a", "shpo"), List.of(Pod.class), null);
    assertThatThrownBy(source::info)
        .isInstanceOf(ClusterConfigurationException.class)
        .hasMessage("namespace 'shpo' does not exist in cluster 'test'");
    source.close();
  }

  @Test
  void excludedNamespacesAreLeftOut() {
    Reading reading = read(new Scope(List.of(), List.of("kube-*", "?"), ""));
    assertThat(reading.names()).containsExactly("home");
    assertThat(reading.paths(Pod.class)).containsExactly("home/4");
  }
}
