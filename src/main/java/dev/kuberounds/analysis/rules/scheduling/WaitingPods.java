package dev.kuberounds.analysis.rules.scheduling;

import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.Events;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pods of a namespace that no node takes, by the one obstacle that names the finding, so that a
 * pod gives one finding of all rules on scheduling.
 */
final class WaitingPods {

  // how long a cloud takes to bring the node that Cluster Autoscaler has just asked for
  private static final Duration SCALE_UP = Duration.ofMinutes(10);

  private final Map<Obstacle, List<WaitingPod>> byObstacle;

  private WaitingPods(NamespaceSnapshot namespace, Thresholds thresholds) {
    List<Node> nodes = namespace.cluster().all(Node.class);
    byObstacle =
        Pods.active(namespace)
            .filter(pod -> pod.getSpec().getNodeName() == null)
            .filter(pod -> !nodeIsComing(pod, namespace))
            .flatMap(pod ->
                unschedulable(pod).stream()
                    .filter(condition ->
                        Times.lasted(
                            thresholds.schedGrace(),
                            namespace.takenAt(),
                            condition.getLastTransitionTime(),
                            pod.getMetadata().getCreationTimestamp()))
                    .map(condition -> WaitingPod.of(pod, condition.getMessage(), nodes)))
            .collect(Collectors.groupingBy(WaitingPod::obstacle));
  }

  static Stream<WaitingPod> of(
      NamespaceSnapshot namespace, Thresholds thresholds, Obstacle obstacle) {
    return namespace
        .inventory()
        .derive(WaitingPods.class, () -> new WaitingPods(namespace, thresholds))
        .byObstacle
        .getOrDefault(obstacle, List.of())
        .stream();
  }

  /** The condition by which the scheduler says that it tried and failed. */
  static Optional<PodCondition> unschedulable(Pod pod) {
    return Pods.condition(pod, "PodScheduled")
        .filter(scheduled -> "False".equals(scheduled.getStatus()))
        .filter(scheduled -> "Unschedulable".equals(scheduled.getReason()));
  }

  /** True if others are being evicted for the pod, or a node is being started for it. */
  private static boolean nodeIsComing(Pod pod, NamespaceSnapshot namespace) {
    String nominated = pod.getStatus() == null ? null : pod.getStatus().getNominatedNodeName();
    return (nominated != null && !nominated.isEmpty())
        || Events.of(namespace)
            .fresh(pod, namespace.takenAt(), SCALE_UP, "TriggeredScaleUp")
            .findFirst()
            .isPresent();
  }
}
