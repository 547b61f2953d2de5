package dev.kuberounds.analysis.rules.workloads;

import dev.kuberounds.analysis.view.Events;
import dev.kuberounds.analysis.view.Jobs;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The API server refuses the pods somebody is to make, and they are still missing.
 *
 * @param object what makes the pods: ReplicaSet, StatefulSet, DaemonSet or Job
 * @param existing pods that are there
 * @param wanted pods that should be there
 * @param path where the text stands
 * @param text why they are refused
 */
record RejectedCreation(HasMetadata object, int existing, int wanted, String path, String text) {

  private static final String CONDITION = "status.conditions[type=ReplicaFailure].message";

  /**
   * Every maker of pods that was refused.
   *
   * @param fresh how old the last refusal may be where only an event tells of it
   */
  static Stream<RejectedCreation> of(NamespaceSnapshot namespace, Duration fresh) {
    return Stream.of(
            namespace.all(ReplicaSet.class).stream().map(RejectedCreation::maker),
            namespace.all(StatefulSet.class).stream().map(RejectedCreation::maker),
            namespace.all(DaemonSet.class).stream().map(RejectedCreation::maker),
            namespace.all(Job.class).stream().map(RejectedCreation::maker))
        .flatMap(makers -> makers)
        .filter(maker -> maker.existing < maker.wanted)
        .filter(maker -> maker.object.getMetadata().getDeletionTimestamp() == null)
        .flatMap(maker -> maker.refused(namespace, fresh));
  }

  private Stream<RejectedCreation> refused(NamespaceSnapshot namespace, Duration fresh) {
    return Stream.concat(
            Stream.concat(own(), ofDeployment(namespace)),
            Events.of(namespace)
                .fresh(object, namespace.takenAt(), fresh, "FailedCreate")
                .flatMap(event -> Stream.ofNullable(event.getMessage()))
                .map(message -> told("event", message)))
        .limit(1);
  }

  private Stream<RejectedCreation> own() {
    return object instanceof ReplicaSet set && set.getStatus() != null
        ? Stream.ofNullable(set.getStatus().getConditions())
            .flatMap(List::stream)
            .filter(condition -> failed(condition.getType(), condition.getStatus()))
            .flatMap(condition -> Stream.ofNullable(condition.getMessage()))
            .map(message -> told(CONDITION, message))
        : Stream.empty();
  }

  /** A Deployment repeats what its newest ReplicaSet says. */
  private Stream<RejectedCreation> ofDeployment(NamespaceSnapshot namespace) {
    return Owners.controller(object).stream()
        .filter(owner -> owner.getKind().equals("Deployment"))
        .flatMap(owner -> namespace.find(Deployment.class, owner.getName()).stream())
        .flatMap(deployment -> Stream.ofNullable(deployment.getStatus()))
        .flatMap(status -> Stream.ofNullable(status.getConditions()))
        .flatMap(List::stream)
        .filter(condition -> failed(condition.getType(), condition.getStatus()))
        .flatMap(condition -> Stream.ofNullable(condition.getMessage()))
        .map(message -> told("Deployment: " + CONDITION, message));
  }

  private RejectedCreation told(String place, String message) {
    return new RejectedCreation(object, existing, wanted, place, message);
  }

  private static boolean failed(@Nullable String type, @Nullable String status) {
    return "ReplicaFailure".equals(type) && "True".equals(status);
  }

  private static RejectedCreation maker(ReplicaSet set) {
    Integer existing = set.getStatus() == null ? null : set.getStatus().getReplicas();
    return maker(set, existing, or(1, set.getSpec().getReplicas()));
  }

  private static RejectedCreation maker(StatefulSet set) {
    Integer existing = set.getStatus() == null ? null : set.getStatus().getReplicas();
    return maker(set, existing, or(1, set.getSpec().getReplicas()));
  }

  private static RejectedCreation maker(DaemonSet set) {
    DaemonSetStatus status = Objects.requireNonNullElseGet(set.getStatus(), DaemonSetStatus::new);
    return maker(
        set, status.getCurrentNumberScheduled(), or(0, status.getDesiredNumberScheduled()));
  }

  private static RejectedCreation maker(Job job) {
    JobStatus status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
    int parallel = or(1, job.getSpec().getParallelism());
    int left = or(parallel, job.getSpec().getCompletions()) - or(0, status.getSucceeded());
    boolean idle = Jobs.finished(job) || Boolean.TRUE.equals(job.getSpec().getSuspend());
    return maker(job, status.getActive(), idle ? 0 : Math.min(parallel, left));
  }

  private static RejectedCreation maker(
      HasMetadata object, @Nullable Integer existing, int wanted) {
    return new RejectedCreation(object, or(0, existing), wanted, "", "");
  }

  private static int or(int absent, @Nullable Integer count) {
    return count == null ? absent : count;
  }
}
