package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;

/**
 * Something that makes pods from a template, or a pod nobody manages.
 *
 * @param object the Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet or Pod
 * @param path where the pod's spec stands in the object, such as {@code spec.template.spec}
 * @param labels labels of its pods
 * @param spec spec of its pods
 * @param replicas pods wanted; 0 for a CronJob, whose Jobs come and go, and for a finished Job
 */
public record Workload(
    HasMetadata object, String path, Map<String, String> labels, PodSpec spec, int replicas) {

  /** A pod as its own template. */
  public static Workload of(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return new Workload(
        pod, "spec", labels == null ? Map.of() : labels, pod.getSpec(), Pods.active(pod) ? 1 : 0);
  }

  /** Path of a label of its pods, seen from another object. */
  public String labelPath(String key) {
    String metadata = path.equals("spec") ? "metadata" : path.replaceAll("spec$", "metadata");
    return object.getKind() + "/" + name() + ": " + metadata + ".labels[" + key + "]";
  }

  /** False for what makes no pod any more: a finished Job or pod, or what is being deleted. */
  public boolean active() {
    return switch (object) {
      case Pod pod -> Pods.active(pod);
      case Job job -> !Jobs.finished(job) && job.getMetadata().getDeletionTimestamp() == null;
      default -> object.getMetadata().getDeletionTimestamp() == null;
    };
  }

  public String name() {
    return object.getMetadata().getName();
  }
}
