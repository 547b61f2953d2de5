package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.NamespaceSnapshot;
import dev.kuberounds.cluster.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pods of a namespace by their top owner. */
public final class OwnedPods {

  private final Map<ObjectRef, List<Pod>> byOwner;

  private OwnedPods(NamespaceSnapshot namespace) {
    Owners owners = Owners.of(namespace);
    byOwner =
        namespace.all(Pod.class).stream()
            .collect(Collectors.groupingBy(owners::top, HashMap::new, Collectors.toList()));
  }

  /** The pods somebody would change by changing this object. */
  public static List<Pod> of(NamespaceSnapshot namespace, HasMetadata owner) {
    return all(namespace).getOrDefault(ObjectRef.of(owner), List.of());
  }

  /** All pods by their top owner. */
  public static Map<ObjectRef, List<Pod>> all(NamespaceSnapshot namespace) {
    return namespace.inventory().derive(OwnedPods.class, () -> new OwnedPods(namespace)).byOwner;
  }
}
