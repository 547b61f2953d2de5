package dev.kuberounds.analysis.rules.workloads;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.stream.Stream;

/** A workload that wants pods has none that serves. */
final class WorkloadUnavailable implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              WorkloadUnavailable.class,
              "Workload has no available pod",
              HIGH,
              AVAILABILITY,
              Deployment.class)
          .reads(Pod.class)
          .consults(StatefulSet.class, DaemonSet.class)
          .equivalents(
              "k8sgpt/Deployment",
              "k8sgpt/StatefulSet",
              "k8sgpt/DaemonSet",
              "popeye/501",
              "popeye/508",
              "popeye/1120");

  private final Thresholds thresholds;

  WorkloadUnavailable(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Stream.concat(Controllers.of(namespace), Controllers.foreign(namespace))
        .filter(replicas -> replicas.wanted() > 0 && replicas.available() == 0)
        .filter(replicas -> replicas.lasted(thresholds.settleGrace(), namespace.takenAt()))
        .map(replicas ->
            replicas.problem(
                namespace, "No pod is available, {} wanted", number(replicas.wanted())));
  }
}
