package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pods of a namespace by their owners. */
public final class OwnedPods {

  private final Map<ObjectRef, List<Pod>> below = new HashMap<>();
  private final Map<ObjectRef, List<Pod>> byTop = new HashMap<>();

  private OwnedPods(NamespaceSnapshot namespace) {
    Owners owners = Owners.of(namespace);
    for (Pod pod : namespace.all(Pod.class)) {
      List<ObjectRef> chain = owners.chain(pod);
      chain.forEach(owner -> below.computeIfAbsent(owner, _ -> new ArrayList<>()).add(pod));
      byTop.computeIfAbsent(chain.getLast(), _ -> new ArrayList<>()).add(pod);
    }
  }

  /** The pods an object made, directly or through others; a pod is its own. */
  public static List<Pod> of(NamespaceSnapshot namespace, HasMetadata owner) {
    return index(namespace).below.getOrDefault(ObjectRef.of(owner), List.of());
  }

  /** All pods by their top owner. */
  public static Map<ObjectRef, List<Pod>> all(NamespaceSnapshot namespace) {
    return index(namespace).byTop;
  }

  private static OwnedPods index(NamespaceSnapshot namespace) {
    return namespace.inventory().derive(OwnedPods.class, () -> new OwnedPods(namespace));
  }
}
