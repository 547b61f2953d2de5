package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Map;

/**
 * Something that makes pods from a template, or a pod nobody manages.
 *
 * @param object the Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet or Pod
 * @param path where the pod's spec stands in the object, such as {@code spec.template.spec}
 * @param labels labels of its pods
 * @param spec spec of its pods
 * @param replicas pods wanted; 0 for a CronJob, whose Jobs come and go
 */
public record Workload(
    HasMetadata object, String path, Map<String, String> labels, PodSpec spec, int replicas) {

  /** Path of a label of its pods, seen from another object. */
  public String labelPath(String key) {
    String metadata = path.equals("spec") ? "metadata" : path.replaceAll("spec$", "metadata");
    return object.getKind() + "/" + name() + ": " + metadata + ".labels[" + key + "]";
  }

  public String name() {
    return object.getMetadata().getName();
  }
}
