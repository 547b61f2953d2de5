package dev.kuberounds.analysis.rules.workloads;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many pods an object wants and how many of them serve, whatever its kind.
 *
 * @param object the object that is judged
 * @param owner what is said to lack pods: the object, or for a pod of a foreign kind its owner
 * @param field of the status that tells how many serve; empty if its pods tell
 * @param wanted number of pods
 * @param available number of pods that have been ready for {@code minReadySeconds}
 * @param minReady how long a pod must be ready before it counts
 * @param shortage the Deployment's condition Available if it is False
 * @param rolling true while a rollout is under way and inside its deadline
 * @param pods its active pods
 */
record Replicas(
    HasMetadata object,
    ObjectRef owner,
    String field,
    int wanted,
    int available,
    Duration minReady,
    Optional<DeploymentCondition> shortage,
    boolean rolling,
    List<Pod> pods) {

  /** True if it has been short of pods for the given time, as far as times are there to tell. */
  boolean lasted(Duration grace, Instant now) {
    String created = object.getMetadata().getCreationTimestamp();
    boolean said =
        shortage
            .filter(no -> Times.lasted(grace, now, no.getLastTransitionTime(), created))
            .isPresent();
    Duration least = grace.plus(minReady);
    boolean quiet =
        pods.isEmpty()
            ? shortage.isEmpty() && Times.lasted(grace, now, created)
            : pods.stream().allMatch(pod -> Pods.settled(pod, least, now));
    return said || quiet;
  }

  /** True if one of its pods has been unready for the given time, whatever the others do. */
  boolean stuck(Duration grace, Instant now) {
    return unready().anyMatch(pod -> Pods.settled(pod, grace, now));
  }

  /**
   * The problem, with what keeps its pods from being ready.
   *
   * @param template the sentence; names the object only where its owner does not
   */
  Problem problem(NamespaceSnapshot namespace, String template, Argument... arguments) {
    Problem problem =
        Owners.of(namespace).top(object).equals(owner)
            ? Problem.of(object, template, arguments)
            : Problem.of(object, template + " in " + owner.kind() + " {}", named(arguments));
    Problem counted =
        field.isEmpty() ? problem : problem.evidence("status." + field, number(available));
    return counted.evidence("pods that are not ready", Plight.of(unready().toList()));
  }

  private Argument[] named(Argument... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of(name(owner.kind(), owner.name())))
        .toArray(Argument[]::new);
  }

  private Stream<Pod> unready() {
    return pods.stream().filter(pod -> !Pods.ready(pod));
  }
}
