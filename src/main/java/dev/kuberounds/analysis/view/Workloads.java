package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pod templates of a namespace, each once. Owned ReplicaSets, Jobs and pods stand behind their
 * owner; a pod whose owner was not listed, or is of a kind without a known template, speaks for
 * itself.
 */
public final class Workloads {

  private final List<Workload> all = new ArrayList<>();

  private Workloads(NamespaceSnapshot namespace) {
    namespace
        .all(Deployment.class)
        .forEach(d -> add(d, d.getSpec().getTemplate(), desired(d.getSpec().getReplicas())));
    namespace
        .all(StatefulSet.class)
        .forEach(s -> add(s, s.getSpec().getTemplate(), desired(s.getSpec().getReplicas())));
    namespace
        .all(DaemonSet.class)
        .forEach(d -> add(d, d.getSpec().getTemplate(), desired(d.getStatus())));
    namespace.all(ReplicaSet.class).stream()
        .filter(Workloads::unmanaged)
        .forEach(r -> add(r, r.getSpec().getTemplate(), desired(r.getSpec().getReplicas())));
    namespace.all(Job.class).stream()
        .filter(Workloads::unmanaged)
        .forEach(j -> add(j, j.getSpec().getTemplate(), desired(j)));
    namespace
        .all(CronJob.class)
        .forEach(c -> add(c, "spec.jobTemplate.spec.template", template(c), 0));
    Set<ObjectRef> known =
        all.stream().map(workload -> ObjectRef.of(workload.object())).collect(Collectors.toSet());
    namespace.all(Pod.class).stream()
        .filter(pod -> Owners.of(namespace).chain(pod).stream().noneMatch(known::contains))
        .map(Workload::of)
        .forEach(all::add);
  }

  /** The templates in the order Deployments, StatefulSets, DaemonSets, the rest, bare pods. */
  public static List<Workload> of(NamespaceSnapshot namespace) {
    return namespace.inventory().derive(Workloads.class, () -> new Workloads(namespace)).all;
  }

  private void add(HasMetadata object, @Nullable PodTemplateSpec template, int replicas) {
    add(object, "spec.template", template, replicas);
  }

  private void add(
      HasMetadata object, String path, @Nullable PodTemplateSpec template, int replicas) {
    if (template == null || template.getSpec() == null) {
      return;
    }
    Map<String, String> labels =
        template.getMetadata() == null ? null : template.getMetadata().getLabels();
    all.add(
        new Workload(
            object,
            path + ".spec",
            labels == null ? Map.of() : labels,
            template.getSpec(),
            replicas));
  }

  private static boolean unmanaged(HasMetadata object) {
    return Owners.controller(object).isEmpty();
  }

  private static @Nullable PodTemplateSpec template(CronJob cronJob) {
    return cronJob.getSpec().getJobTemplate().getSpec().getTemplate();
  }

  private static int desired(@Nullable Integer replicas) {
    return replicas == null ? 1 : replicas; // the API's default
  }

  private static int desired(Job job) {
    return Jobs.finished(job) ? 0 : desired(job.getSpec().getParallelism());
  }

  private static int desired(@Nullable DaemonSetStatus status) {
    return Optional.ofNullable(status).map(DaemonSetStatus::getDesiredNumberScheduled).orElse(0);
  }
}
