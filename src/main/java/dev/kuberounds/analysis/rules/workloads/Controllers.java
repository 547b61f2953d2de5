package dev.kuberounds.analysis.rules.workloads;

import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The controllers of a namespace that keep a number of pods, each read by its own status fields. A
 * status that does not yet speak of the present spec is left out.
 */
final class Controllers {

  // a StatefulSet or DaemonSet has no deadline of its own for a rollout
  private static final Duration ROLLOUT = Duration.ofMinutes(30);

  private static final Set<String> OWN_OR_SHORT_LIVED =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Node");

  private final NamespaceSnapshot namespace;

  private Controllers(NamespaceSnapshot namespace) {
    this.namespace = namespace;
  }

  /** Deployments, StatefulSets and DaemonSets. */
  static Stream<Replicas> of(NamespaceSnapshot namespace) {
    Controllers controllers = new Controllers(namespace);
    return Stream.of(
            namespace.all(Deployment.class).stream().flatMap(controllers::read),
            namespace.all(StatefulSet.class).stream().flatMap(controllers::read),
            namespace.all(DaemonSet.class).stream().flatMap(controllers::read))
        .flatMap(replicas -> replicas);
  }

  /** Owners of any other kind, by the pods they have; what runs to an end is left out. */
  static Stream<Replicas> foreign(NamespaceSnapshot namespace) {
    Controllers controllers = new Controllers(namespace);
    return OwnedPods.all(namespace).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(owned -> controllers.read(owned.getKey(), owned.getValue()));
  }

  private Stream<Replicas> read(Deployment deployment) {
    DeploymentStatus status = deployment.getStatus();
    if (status == null || stale(deployment, status.getObservedGeneration())) {
      return Stream.empty();
    }
    return Stream.of(
        new Replicas(
            deployment,
            ObjectRef.of(deployment),
            "availableReplicas",
            orOne(deployment.getSpec().getReplicas()),
            orZero(status.getAvailableReplicas()),
            seconds(deployment.getSpec().getMinReadySeconds()),
            condition(status, "Available").filter(c -> "False".equals(c.getStatus())),
            condition(status, "Progressing")
                .filter(c -> "True".equals(c.getStatus()))
                .filter(c -> !"NewReplicaSetAvailable".equals(c.getReason()))
                .isPresent(),
            pods(deployment)));
  }

  private Stream<Replicas> read(StatefulSet set) {
    StatefulSetStatus status = set.getStatus();
    if (status == null || stale(set, status.getObservedGeneration())) {
      return Stream.empty();
    }
    boolean updating =
        status.getUpdateRevision() != null
            && !status.getUpdateRevision().equals(status.getCurrentRevision());
    return Stream.of(
        new Replicas(
            set,
            ObjectRef.of(set),
            "availableReplicas",
            orOne(set.getSpec().getReplicas()),
            // not counted before 1.22
            orZero(
                Optional.ofNullable(status.getAvailableReplicas())
                    .orElse(status.getReadyReplicas())),
            seconds(set.getSpec().getMinReadySeconds()),
            Optional.empty(),
            updating && moving(set),
            pods(set)));
  }

  private Stream<Replicas> read(DaemonSet set) {
    DaemonSetStatus status = set.getStatus();
    if (status == null || stale(set, status.getObservedGeneration())) {
      return Stream.empty();
    }
    int wanted = orZero(status.getDesiredNumberScheduled());
    boolean updating = orZero(status.getUpdatedNumberScheduled()) < wanted;
    return Stream.of(
        new Replicas(
            set,
            ObjectRef.of(set),
            "numberAvailable",
            wanted,
            orZero(status.getNumberAvailable()),
            seconds(set.getSpec().getMinReadySeconds()),
            Optional.empty(),
            updating && moving(set),
            pods(set)));
  }

  private Stream<Replicas> read(ObjectRef owner, List<Pod> owned) {
    List<Pod> pods = owned.stream().filter(Pods::active).toList();
    if (pods.isEmpty() || !pods.stream().allMatch(this::foreign)) {
      return Stream.empty();
    }
    int ready = (int) pods.stream().filter(Pods::ready).count();
    return pods.stream()
        .map(pod ->
            new Replicas(
                pod, owner, "", pods.size(), ready, Duration.ZERO, Optional.empty(), false, pods));
  }

  private List<Pod> pods(HasMetadata object) {
    return OwnedPods.of(namespace, object).stream().filter(Pods::active).toList();
  }

  private boolean moving(HasMetadata object) {
    return pods(object).stream().anyMatch(pod -> !Pods.settled(pod, ROLLOUT, namespace.takenAt()));
  }

  /** True for a pod that is kept running by a controller no other rule of this kind reads. */
  private boolean foreign(Pod pod) {
    List<ObjectRef> owners = Owners.of(namespace).chain(pod);
    return owners.size() > 1
        && owners.stream().skip(1).noneMatch(owner -> OWN_OR_SHORT_LIVED.contains(owner.kind()))
        && Objects.requireNonNullElse(pod.getSpec().getRestartPolicy(), "Always").equals("Always");
  }

  /** True if the controller has not yet looked at the present spec. */
  private static boolean stale(HasMetadata object, @Nullable Long observed) {
    Long generation = object.getMetadata().getGeneration();
    return generation != null && (observed == null || observed < generation)
        || object.getMetadata().getDeletionTimestamp() != null;
  }

  private static Optional<DeploymentCondition> condition(DeploymentStatus status, String type) {
    return Optional.ofNullable(status.getConditions()).stream()
        .flatMap(List::stream)
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  private static Duration seconds(@Nullable Integer count) {
    return Duration.ofSeconds(orZero(count));
  }

  private static int orZero(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private static int orOne(@Nullable Integer replicas) {
    return replicas == null ? 1 : replicas;
  }
}
