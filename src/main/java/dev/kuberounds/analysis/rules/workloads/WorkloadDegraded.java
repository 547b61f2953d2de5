package dev.kuberounds.analysis.rules.workloads;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.MEDIUM;

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

/** A workload serves with fewer pods than it wants. */
final class WorkloadDegraded implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              WorkloadDegraded.class,
              "Workload lacks some replicas",
              MEDIUM,
              AVAILABILITY,
              Deployment.class)
          .reads(Pod.class)
          .consults(StatefulSet.class, DaemonSet.class)
          .equivalents(
              "k8sgpt/Deployment",
              "k8sgpt/StatefulSet",
              "k8sgpt/DaemonSet",
              "k8sgpt/Service",
              "popeye/501",
              "popeye/1120");

  private final Thresholds thresholds;

  WorkloadDegraded(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return Controllers.of(namespace)
        .filter(replicas -> replicas.available() > 0 && replicas.available() < replicas.wanted())
        .filter(replicas -> !replicas.rolling())
        .filter(replicas -> settled(replicas, namespace))
        .map(replicas ->
            replicas.problem(
                namespace,
                "Only {} of {} pods are available",
                number(replicas.available()),
                number(replicas.wanted())));
  }

  private boolean settled(Replicas replicas, NamespaceSnapshot namespace) {
    return replicas.stuck(thresholds.settleGrace(), namespace.takenAt())
        || replicas.lasted(thresholds.settleGrace(), namespace.takenAt());
  }
}
