package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds every ConfigMap and Secret a pod's spec cannot do without. Optional ones are left out. */
public final class References {

  private final List<Reference> found = new ArrayList<>();

  private References() {}

  /**
   * One place that names an object.
   *
   * @param model ConfigMap or Secret
   * @param name its name
   * @param key the key that must be in it; null if any will do
   * @param path where it stands, from the pod's spec
   */
  public record Reference(
      Class<? extends HasMetadata> model, String name, @Nullable String key, String path) {

    /** True if both need the same object, or the same key of it. */
    public boolean sameNeed(Reference other) {
      return model == other.model && name.equals(other.name) && Objects.equals(key, other.key);
    }
  }

  public static List<Reference> of(PodSpec spec) {
    References references = new References();
    references.containers("initContainers", spec.getInitContainers());
    references.containers("containers", spec.getContainers());
    for (int i = 0; i < spec.getVolumes().size(); i++) {
      references.volume("volumes[" + i + "]", spec.getVolumes().get(i));
    }
    return references.found;
  }

  private void containers(String list, List<Container> containers) {
    for (int i = 0; i < containers.size(); i++) {
      String path = list + "[" + i + "]";
      for (int j = 0; j < containers.get(i).getEnvFrom().size(); j++) {
        envFrom(path + ".envFrom[" + j + "]", containers.get(i).getEnvFrom().get(j));
      }
      for (int j = 0; j < containers.get(i).getEnv().size(); j++) {
        env(path + ".env[" + j + "].valueFrom", containers.get(i).getEnv().get(j));
      }
    }
  }

  private void envFrom(String path, EnvFromSource source) {
    Optional.ofNullable(source.getConfigMapRef())
        .ifPresent(ref -> add(ConfigMap.class, ref.getName(), null, ref.getOptional(), path));
    Optional.ofNullable(source.getSecretRef())
        .ifPresent(ref -> add(Secret.class, ref.getName(), null, ref.getOptional(), path));
  }

  private void env(String path, EnvVar variable) {
    Optional<EnvVarSource> source = Optional.ofNullable(variable.getValueFrom());
    source
        .map(EnvVarSource::getConfigMapKeyRef)
        .ifPresent(
            ref -> add(ConfigMap.class, ref.getName(), ref.getKey(), ref.getOptional(), path));
    source
        .map(EnvVarSource::getSecretKeyRef)
        .ifPresent(ref -> add(Secret.class, ref.getName(), ref.getKey(), ref.getOptional(), path));
  }

  private void volume(String path, Volume volume) {
    Optional.ofNullable(volume.getConfigMap())
        .ifPresent(v -> items(ConfigMap.class, v.getName(), v.getItems(), v.getOptional(), path));
    Optional.ofNullable(volume.getSecret())
        .ifPresent(
            v -> items(Secret.class, v.getSecretName(), v.getItems(), v.getOptional(), path));
    if (volume.getProjected() != null) {
      for (int i = 0; i < volume.getProjected().getSources().size(); i++) {
        projection(
            path + ".projected.sources[" + i + "]", volume.getProjected().getSources().get(i));
      }
    }
  }

  private void projection(String path, VolumeProjection source) {
    Optional.ofNullable(source.getConfigMap())
        .ifPresent(v -> items(ConfigMap.class, v.getName(), v.getItems(), v.getOptional(), path));
    Optional.ofNullable(source.getSecret())
        .ifPresent(v -> items(Secret.class, v.getName(), v.getItems(), v.getOptional(), path));
  }

  private void items(
      Class<? extends HasMetadata> model,
      @Nullable String name,
      List<KeyToPath> items,
      @Nullable Boolean optional,
      String path) {
    if (items.isEmpty()) {
      add(model, name, null, optional, path);
    }
    items.forEach(item -> add(model, name, item.getKey(), optional, path));
  }

  private void add(
      Class<? extends HasMetadata> model,
      @Nullable String name,
      @Nullable String key,
      @Nullable Boolean optional,
      String path) {
    if (name != null && !name.isEmpty() && !Boolean.TRUE.equals(optional)) {
      found.add(new Reference(model, name, key, path));
    }
  }
}
