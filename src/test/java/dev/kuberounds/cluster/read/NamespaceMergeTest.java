package dev.kuberounds.cluster.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import dev.kuberounds.cluster.snapshot.Inventory;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class NamespaceMergeTest {

  private static final ClusterSnapshot CLUSTER =
      new ClusterSnapshot(Instant.EPOCH, Inventory.builder().build());

  private static HasMetadata pod(String path) {
    String[] parts = path.split("/");
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(parts[0])
        .withName(parts[1])
        .endMetadata()
        .build();
  }

  private static HasMetadata service(String path) {
    String[] parts = path.split("/");
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(parts[0])
        .withName(parts[1])
        .endMetadata()
        .build();
  }

  private static SortedObjects pods(String... paths) {
    List<HasMetadata> pods = Arrays.stream(paths).map(NamespaceMergeTest::pod).toList();
    return new SortedObjects(Kind.of(Pod.class), pods, new Outcome.Listed());
  }

  private static SortedObjects services(String... paths) {
    List<HasMetadata> services = Arrays.stream(paths).map(NamespaceMergeTest::service).toList();
    return new SortedObjects(Kind.of(Service.class), services, new Outcome.Listed());
  }

  private static List<String> merged(
      List<String> known, Predicate<String> inScope, ObjectCursor... cursors) {
    List<String> lines = new ArrayList<>();
    new NamespaceMerge(CLUSTER, known, inScope, List.of(cursors))
        .forEachRemaining(snapshot -> lines.add(line(snapshot)));
    return lines;
  }

  private static String line(NamespaceSnapshot snapshot) {
    return "%s pods=%d services=%d"
        .formatted(
            snapshot.name(), snapshot.all(Pod.class).size(), snapshot.all(Service.class).size());
  }

  @Test
  void namespacesComeInTheOrderOfTheirKeysAndOnce() {
    assertThat(
            merged(
                List.of("shop", "empty"),
                any -> true,
                pods("shop/b", "shop-eu/a", "shop/a", "zoo/z"),
                services("bar/s", "shop/s")))
        .containsExactly(
            "bar pods=0 services=1",
            "empty pods=0 services=0",
            "shop-eu pods=1 services=0",
            "shop pods=2 services=1",
            "zoo pods=1 services=0");
  }

  @Test
  void whatIsOutOfScopeIsPassedOver() {
    assertThat(
            merged(
                List.of("a", "b", "c"),
                namespace -> !namespace.equals("b"),
                pods("a/1", "b/1", "b/2", "c/1"),
                services("b/s")))
        .containsExactly("a pods=1 services=0", "c pods=1 services=0");
  }

  @Test
  void aKindWithoutListHasItsOutcomeInEveryNamespace() {
    Outcome denied = new Outcome.Denied("403 forbidden");
    NamespaceMerge merge =
        new NamespaceMerge(
            CLUSTER,
            List.of("a"),
            any -> true,
            List.of(pods("b/1"), new SortedObjects(Kind.of(Secret.class), List.of(), denied)));
    assertThat(merge)
        .toIterable()
        .hasSize(2)
        .allSatisfy(snapshot -> assertThat(snapshot.outcome(Secret.class)).isEqualTo(denied));
  }

  @Test
  void anEmptyClusterHasNoNamespace() {
    NamespaceMerge merge = new NamespaceMerge(CLUSTER, List.of(), any -> true, List.of(pods()));
    assertThat(merge.hasNext()).isFalse();
    assertThatThrownBy(merge::next).isInstanceOf(NoSuchElementException.class);
  }
}
