package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who manages an object: the top of its chain of controllers, which is what a person would change.
 */
public final class Owners {

  private static final int LONGEST_CHAIN = 8;

  private final Snapshot snapshot;
  private final Map<String, Class<? extends HasMetadata>> models = new HashMap<>();

  private Owners(Snapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.inventory().models().forEach(model -> models.put(Kind.of(model).name(), model));
  }

  public static Owners of(Snapshot snapshot) {
    return snapshot.inventory().derive(Owners.class, () -> new Owners(snapshot));
  }

  /** The top owner of an object; the object itself if it has none. */
  public ObjectRef top(HasMetadata object) {
    HasMetadata current = object;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<OwnerReference> controller = controller(current);
      if (controller.isEmpty()) {
        return ObjectRef.of(current);
      }
      Optional<? extends HasMetadata> next = find(controller.get());
      if (next.isEmpty()) {
        return beyond(current, controller.get());
      }
      current = next.get();
    }
    return ObjectRef.of(current);
  }

  /** The controller an object names. */
  public static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  private Optional<? extends HasMetadata> find(OwnerReference owner) {
    Class<? extends HasMetadata> model = models.get(owner.getKind());
    return model == null ? Optional.empty() : snapshot.find(model, owner.getName());
  }

  /**
   * The owner of an owner that was not listed. Only the Deployment controller sets the label {@code
   * pod-template-hash} and ends its ReplicaSets' names with it, so the rest names the Deployment.
   */
  private ObjectRef beyond(HasMetadata object, OwnerReference owner) {
    String namespace = object.getMetadata().getNamespace();
    Map<String, String> labels = object.getMetadata().getLabels();
    String hash = labels == null ? null : labels.get("pod-template-hash");
    String suffix = "-" + hash;
    if (owner.getKind().equals("ReplicaSet") && hash != null && owner.getName().endsWith(suffix)) {
      String name = owner.getName().substring(0, owner.getName().length() - suffix.length());
      return ObjectRef.of(Deployment.class, namespace, name);
    }
    return ObjectRef.of(owner, namespace);
  }
}
