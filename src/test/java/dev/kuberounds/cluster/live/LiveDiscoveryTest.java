package dev.kuberounds.cluster.live;

import static dev.kuberounds.cluster.Samples.namespace;
import static dev.kuberounds.cluster.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kuberounds.cluster.ClusterSources;
import dev.kuberounds.cluster.FakeApiServer;
import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.Reading;
import dev.kuberounds.cluster.Scope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDiscoveryTest {

  @TempDir private Path folder;
  private final FakeApiServer server = FakeApiServer.start().serve(Namespace.class);

  @AfterEach
  void stop() {
    server.close();
  }

  @SafeVarargs
  private Reading read(Class<? extends HasMetadata>... models) {
    return Reading.of(
        ClusterSources.live(server.properties(folder, 500), Scope.ALL, List.of(models), null));
  }

  @Test
  void anOldServerTellsItsGroupsAndEachListTheRest() {
    server.plainDiscovery().add(pod("a", "p")).serve(Deployment.class);
    Reading reading = read(Pod.class, Deployment.class, StatefulSet.class, Job.class);

    assertThat(reading.paths(Pod.class)).containsExactly("a/p");
    assertThat(reading.namespace("a").listed(Deployment.class)).isTrue();
    assertThat(reading.ledger(StatefulSet.class)).containsExactly("* absent 0 not served (404)");
    assertThat(reading.ledger(Job.class)).containsExactly("* absent 0 not served by this cluster");
    assertThat(server.requests()).hasSize(3 + 4); // discovery, and a list per served group's kind
  }

  @Test
  void whoMayNotAskWhatIsServedListsAllTheSame() {
    server.forbiddenDiscovery().add(pod("a", "p"));
    Reading reading = read(Pod.class, Job.class);

    assertThat(reading.info().version()).isNull();
    assertThat(reading.paths(Pod.class)).containsExactly("a/p");
    assertThat(reading.ledger(Job.class)).containsExactly("* absent 0 not served (404)");
  }

  @Test
  void aGroupWhoseServerDoesNotAnswerIsFailedAndNotAbsent() {
    server.silent(PodDisruptionBudget.class).add(namespace("a"));
    Reading reading = read(PodDisruptionBudget.class);
    assertThat(reading.namespace("a").outcome(PodDisruptionBudget.class))
        .isEqualTo(new Outcome.Failed("the server of API group policy does not answer"));
  }

  @Test
  void anotherVersionIsReadIfItFitsTheModel() {
    server.serve(PodDisruptionBudget.class, "v1beta1");
    server.addJson(
        PodDisruptionBudget.class,
        """
        {"metadata": {"namespace": "a", "name": "b"}, "spec": {"minAvailable": 1}}
        """);
    PodDisruptionBudget budget =
        read(PodDisruptionBudget.class).namespace("a").all(PodDisruptionBudget.class).getFirst();
    assertThat(budget.getSpec().getMinAvailable().getIntVal()).isEqualTo(1);
    assertThat(budget.getApiVersion()).isEqualTo("policy/v1");
  }

  @Test
  void anotherVersionThatDoesNotFitIsAbsentAndNotReadAsEmpty() {
    server.serve(HorizontalPodAutoscaler.class, "v1");
    server.add(namespace("a"));
    server.addJson(
        HorizontalPodAutoscaler.class,
        """
        {"metadata": {"namespace": "a", "name": "h"}, "spec": {"targetCPUUtilizationPercentage": 80}}
        """);
    Reading reading = read(HorizontalPodAutoscaler.class);
    assertThat(reading.namespace("a").outcome(HorizontalPodAutoscaler.class))
        .isInstanceOf(Outcome.Absent.class);
    assertThat(reading.ledger(HorizontalPodAutoscaler.class))
        .singleElement()
        .asString()
        .startsWith("* absent 0 served as autoscaling/v1 only, which does not fit autoscaling/v2")
        .contains("targetCPUUtilizationPercentage");
  }
}
