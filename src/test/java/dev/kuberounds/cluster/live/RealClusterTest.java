package dev.kuberounds.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.cluster.ClusterProperties;
import dev.kuberounds.cluster.ClusterSource;
import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.Listing;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Scope;
import dev.kuberounds.cluster.read.KeyOrder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reads whatever cluster a kubeconfig names; for developers who have one at hand. */
@EnabledIfEnvironmentVariable(named = RealClusterTest.KUBECONFIG, matches = ".+")
class RealClusterTest {

  static final String KUBECONFIG = "KUBE_ROUNDS_TEST_KUBECONFIG";

  private static final List<Class<? extends HasMetadata>> MODELS =
      List.of(
          Pod.class,
          Service.class,
          ConfigMap.class,
          Secret.class,
          Event.class,
          Deployment.class,
          Node.class);

  @Test
  void everyKindIsReadInPagesAndNoNamespaceComesTwice() {
    int pageSize = 7;
    ClusterProperties properties =
        new ClusterProperties(
            Path.of(System.getenv(KUBECONFIG)), null, null, pageSize, 4, Duration.ofSeconds(60), 5);
    List<String> names = new ArrayList<>();
    try (ClusterSource source = ClusterSources.live(properties, Scope.ALL, MODELS, null)) {
      assertThat(source.info().version()).startsWith("v1.");
      assertThat(source.clusterScope().all(Node.class)).isNotEmpty();
      source
          .namespaces()
          .forEachRemaining(snapshot -> {
            names.add(snapshot.name());
            assertThat(snapshot.all(Secret.class))
                .allSatisfy(secret -> assertThat(secret.getData()).isNullOrEmpty());
            assertThat(snapshot.all(Event.class))
                .noneMatch(event -> "Normal".equals(event.getType()));
          });
      assertThat(names)
          .contains("kube-system")
          .isSortedAccordingTo(KeyOrder.NAMESPACES)
          .doesNotHaveDuplicates();
      List<Listing> listings = source.listings();
      assertThat(listings)
          .extracting(Listing::outcome)
          .containsOnly(new Outcome.Listed())
          .hasSize(MODELS.size() + 1);
      int pages =
          listings.stream()
              .mapToInt(listing -> Math.max(1, Math.ceilDiv(listing.objects(), pageSize)))
              .sum();
      assertThat(source.traffic().requests()).isBetween(pages, pages + 15);
    }
  }
}
