package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.Kind;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    snapshot
        .inventory()
        .models()
        .forEach(model -> models.put(key(Kind.of(model).group(), Kind.of(model).name()), model));
  }

  public static Owners of(Snapshot snapshot) {
    return snapshot.inventory().derive(Owners.class, () -> new Owners(snapshot));
  }

  /** The top owner of an object; the object itself if it has none. */
  public ObjectRef top(HasMetadata object) {
    return chain(object).getLast();
  }

  /** The object and its controllers as far as they are known, the nearest first. */
  public List<ObjectRef> chain(HasMetadata object) {
    List<ObjectRef> chain = new ArrayList<>(List.of(ObjectRef.of(object)));
    HasMetadata current = object;
    while (chain.size() < LONGEST_CHAIN) {
      Optional<OwnerReference> controller = controller(current);
      Optional<? extends HasMetadata> next =
          controller.isEmpty() ? maker(current) : find(controller.get());
      if (next.isEmpty()) {
        if (controller.isPresent()) {
          chain.add(beyond(current, controller.get()));
        }
        return chain;
      }
      current = next.get();
      chain.add(ObjectRef.of(current));
    }
    return chain;
  }

  /** The controller an object names. */
  public static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  /** Kinds of other groups reuse the names of core kinds, such as a Knative Service. */
  private static String key(String group, String kind) {
    return kind + "." + group;
  }

  /** True if the StatefulSet made the claim from one of its templates, for one of its pods. */
  public static boolean made(StatefulSet set, PersistentVolumeClaim claim) {
    return set.getSpec() != null
        && set.getSpec().getVolumeClaimTemplates().stream()
            .map(template -> template.getMetadata().getName())
            .anyMatch(template -> named(claim, template + "-" + set.getMetadata().getName() + "-"));
  }

  private static boolean named(PersistentVolumeClaim claim, String prefix) {
    String name = claim.getMetadata().getName();
    return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d+");
  }

  /** The StatefulSet of a claim: by default the claim outlives it and has no owner reference. */
  private Optional<? extends HasMetadata> maker(HasMetadata object) {
    return object instanceof PersistentVolumeClaim claim
        ? snapshot.all(StatefulSet.class).stream().filter(set -> made(set, claim)).findFirst()
        : Optional.empty();
  }

  private Optional<? extends HasMetadata> find(OwnerReference owner) {
    String group = ObjectRef.of(owner, null).group();
    Class<? extends HasMetadata> model = models.get(key(group, owner.getKind()));
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
