package dev.kuberounds.analysis.rules.workloads;

import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What keeps pods from being ready, in public reasons only. */
final class Plight {

  private Plight() {}

  /** Such as {@code 2 CrashLoopBackOff, 1 Unschedulable}; empty for no pods. */
  static String of(List<Pod> pods) {
    return pods.stream()
        .collect(Collectors.groupingBy(Plight::of, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(reason -> reason.getValue() + " " + reason.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String of(Pod pod) {
    return ContainerRun.of(pod)
        .map(ContainerRun::waitingReason)
        .filter(Predicate.not(String::isEmpty))
        .findFirst()
        .or(() ->
            Pods.condition(pod, "PodScheduled")
                .filter(scheduled -> "False".equals(scheduled.getStatus()))
                .map(PodCondition::getReason))
        .orElse(Pods.phase(pod).equals("Running") ? "unready" : Pods.phase(pod));
  }
}
