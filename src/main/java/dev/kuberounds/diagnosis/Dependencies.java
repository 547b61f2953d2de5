package dev.kuberounds.diagnosis;

import dev.kuberounds.analysis.view.Nodes;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.SelectedPods;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who depends on whom in one namespace, read from the objects themselves. */
final class Dependencies {

  private final NamespaceSnapshot namespace;

  Dependencies(NamespaceSnapshot namespace) {
    this.namespace = namespace;
  }

  /** The owners of the pods a Service selects. */
  Set<ObjectRef> selected(ObjectRef service) {
    Map<String, String> selector =
        namespace
            .find(Service.class, service.name())
            .map(found -> found.getSpec().getSelector())
            .orElse(Map.of());
    return SelectedPods.of(namespace, selector).stream()
        .map(Owners.of(namespace)::top)
        .collect(Collectors.toSet());
  }

  /** The claims the pods of an owner mount. */
  Set<ObjectRef> claims(ObjectRef owner) {
    return pods(owner)
        .flatMap(pod -> pod.getSpec().getVolumes().stream())
        .flatMap(volume -> Optional.ofNullable(volume.getPersistentVolumeClaim()).stream())
        .map(claim ->
            ObjectRef.of(PersistentVolumeClaim.class, namespace.name(), claim.getClaimName()))
        .collect(Collectors.toSet());
  }

  /**
   * The nodes that are down and carry all unready pods of an owner; none if one of these pods waits
   * or fails elsewhere, because then the nodes do not explain it all.
   */
  Set<String> unreadyOn(ObjectRef owner) {
    List<Pod> unready = pods(owner).filter(pod -> !Pods.ready(pod)).toList();
    Set<String> down =
        namespace.cluster().all(Node.class).stream()
            .filter(node -> !Nodes.ready(node))
            .map(node -> node.getMetadata().getName())
            .collect(Collectors.toSet());
    boolean explained =
        unready.stream()
            .map(pod -> Optional.ofNullable(pod.getSpec().getNodeName()).orElse(""))
            .allMatch(down::contains);
    return explained
        ? unready.stream()
            .map(pod -> pod.getSpec().getNodeName())
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private Stream<Pod> pods(ObjectRef owner) {
    return OwnedPods.all(namespace).getOrDefault(owner, List.of()).stream().filter(Pods::active);
  }
}
