package dev.kuberounds.analysis.view;

import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What several rules ask of a pod. */
public final class Pods {

  private static final Set<String> ACTIVE = Set.of("Pending", "Running", "Unknown");

  private Pods() {}

  /** Pods that are neither finished nor being deleted. */
  public static Stream<Pod> active(NamespaceSnapshot namespace) {
    return namespace.all(Pod.class).stream().filter(Pods::active);
  }

  /** True if the pod is neither finished nor being deleted. */
  public static boolean active(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null && ACTIVE.contains(phase(pod));
  }

  /** The phase; Pending if the kubelet has not said anything yet. */
  public static String phase(Pod pod) {
    return Optional.ofNullable(pod.getStatus()).map(PodStatus::getPhase).orElse("Pending");
  }

  public static boolean ready(Pod pod) {
    return condition(pod, "Ready").filter(ready -> ready.getStatus().equals("True")).isPresent();
  }

  /**
   * True if the pod has been as ready or unready as it is for the given time. A crash loop is no
   * news: between two crashes its pod may be ready for a moment.
   */
  public static boolean settled(Pod pod, Duration least, Instant now) {
    return ContainerRun.of(pod).anyMatch(Pods::crashedAgain)
        || Times.lasted(
            least,
            now,
            condition(pod, "Ready").map(PodCondition::getLastTransitionTime).orElse(null),
            pod.getMetadata().getCreationTimestamp());
  }

  public static Optional<PodCondition> condition(Pod pod, String type) {
    return Optional.ofNullable(pod.getStatus()).map(PodStatus::getConditions).stream()
        .flatMap(conditions -> conditions.stream())
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  private static boolean crashedAgain(ContainerRun run) {
    return run.waitingReason().equals("CrashLoopBackOff")
        || (run.restarts() > 0 && run.terminated().isPresent());
  }
}
