package dev.kuberounds.analysis.rules.containers;

import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.Jobs;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The containers of active pods, and of pods that failed for good while nothing has made it good
 * since: attempts of a Job without success, and pods of nobody. Other failed pods are leftovers.
 */
final class Attempts {

  private Attempts() {}

  static Stream<ContainerRun> of(NamespaceSnapshot namespace) {
    return namespace.all(Pod.class).stream()
        .filter(pod -> Pods.active(pod) || failed(pod, namespace))
        .flatMap(ContainerRun::of);
  }

  private static boolean failed(Pod pod, NamespaceSnapshot namespace) {
    return Pods.phase(pod).equals("Failed")
        && pod.getMetadata().getDeletionTimestamp() == null
        && Owners.controller(pod).map(owner -> lacksSuccess(owner, namespace)).orElse(true);
  }

  private static boolean lacksSuccess(OwnerReference owner, NamespaceSnapshot namespace) {
    Optional<Job> job =
        "Job".equals(owner.getKind())
            ? namespace.find(Job.class, owner.getName())
            : Optional.empty();
    return job.filter(found -> !Jobs.succeeded(found)).isPresent();
  }
}
