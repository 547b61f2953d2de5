package dev.kuberounds.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;

/**
 * A kind of object as the API serves it. Two kinds are the same if group and name are: other groups
 * reuse the names of core kinds.
 *
 * @param group API group, empty for the core group
 * @param version version the model describes, such as {@code v1}
 * @param name such as {@code Deployment}
 * @param plural path segment of the resource, such as {@code deployments}
 * @param namespaced false for cluster-scoped kinds
 * @param model class the objects are decoded into
 */
public record Kind(
    String group,
    String version,
    String name,
    String plural,
    boolean namespaced,
    Class<? extends HasMetadata> model) {

  /** The kind a class of the client's model stands for. */
  public static Kind of(Class<? extends HasMetadata> model) {
    return new Kind(
        HasMetadata.getGroup(model),
        HasMetadata.getVersion(model),
        HasMetadata.getKind(model),
        HasMetadata.getPlural(model),
        Namespaced.class.isAssignableFrom(model),
        model);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
