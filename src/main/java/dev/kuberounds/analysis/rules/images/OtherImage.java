package dev.kuberounds.analysis.rules.images;

import dev.kuberounds.analysis.view.ContainerRun;
import dev.kuberounds.analysis.view.OwnedPods;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another image of the same container that is known to the workload: what to go back to, or to
 * compare with.
 *
 * @param image its reference
 * @param place where it was seen
 */
record OtherImage(String image, String place) {

  private static final String REVISION = "deployment.kubernetes.io/revision";

  /** What the other replicas run, else what the revision before had. */
  static Optional<OtherImage> of(ContainerRun run, NamespaceSnapshot namespace) {
    ObjectRef owner = Owners.of(namespace).top(run.pod());
    return OwnedPods.all(namespace).getOrDefault(owner, List.of()).stream()
        .filter(Pods::active)
        .flatMap(ContainerRun::of)
        .filter(other -> other.running().isPresent())
        .flatMap(other -> of(other.spec(), run, "image of running replicas"))
        .findFirst()
        .or(() -> previous(run, owner, namespace));
  }

  /** Number of containers in the namespace that run this image from the cache of their node. */
  static long running(String image, NamespaceSnapshot namespace) {
    return ContainerRun.active(namespace)
        .filter(run -> run.image().equals(image) && run.running().isPresent())
        .count();
  }

  private static Optional<OtherImage> previous(
      ContainerRun run, ObjectRef owner, NamespaceSnapshot namespace) {
    return namespace.all(ReplicaSet.class).stream()
        .filter(set -> Owners.of(namespace).top(set).equals(owner))
        .sorted(Comparator.comparingLong(OtherImage::revision).reversed())
        .flatMap(set -> containers(set))
        .flatMap(container -> of(container, run, "image of the previous ReplicaSet"))
        .findFirst();
  }

  private static Stream<Container> containers(ReplicaSet set) {
    if (set.getSpec().getTemplate() == null || set.getSpec().getTemplate().getSpec() == null) {
      return Stream.empty();
    }
    return Stream.concat(
        set.getSpec().getTemplate().getSpec().getInitContainers().stream(),
        set.getSpec().getTemplate().getSpec().getContainers().stream());
  }

  private static Stream<OtherImage> of(Container container, ContainerRun run, String place) {
    return Stream.ofNullable(container.getImage())
        .filter(image -> run.name().equals(container.getName()) && !image.equals(run.image()))
        .map(image -> new OtherImage(image, place));
  }

  private static long revision(HasMetadata object) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    String revision = annotations == null ? null : annotations.get(REVISION);
    return revision != null && revision.matches("\\d{1,9}") ? Long.parseLong(revision) : 0;
  }
}
