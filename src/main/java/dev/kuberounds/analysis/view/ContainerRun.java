package dev.kuberounds.analysis.view;

import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One container of a pod as it runs: its spec and its status, read once and null-safe.
 *
 * @param pod the pod
 * @param spec the container's spec
 * @param status what the kubelet says of it
 * @param init true for init containers, sidecars included
 * @param index place in the pod's list of statuses
 */
public record ContainerRun(
    Pod pod, Container spec, ContainerStatus status, boolean init, int index) {

  /** The containers of all active pods that have a status. */
  public static Stream<ContainerRun> active(NamespaceSnapshot namespace) {
    return Pods.active(namespace).flatMap(ContainerRun::of);
  }

  /** The containers of a pod that have a status, init containers first. */
  public static Stream<ContainerRun> of(Pod pod) {
    if (pod.getStatus() == null) {
      return Stream.empty();
    }
    return Stream.concat(
        runs(
            pod,
            pod.getSpec().getInitContainers(),
            pod.getStatus().getInitContainerStatuses(),
            true),
        runs(pod, pod.getSpec().getContainers(), pod.getStatus().getContainerStatuses(), false));
  }

  public String name() {
    return spec.getName();
  }

  public String image() {
    return Optional.ofNullable(spec.getImage()).orElse("");
  }

  public boolean ready() {
    return Boolean.TRUE.equals(status.getReady());
  }

  public int restarts() {
    return Optional.ofNullable(status.getRestartCount()).orElse(0);
  }

  /** True for an init container that keeps running beside the others. */
  public boolean sidecar() {
    return init && "Always".equals(spec.getRestartPolicy());
  }

  /** Why it waits, such as {@code CrashLoopBackOff}; empty if it does not. */
  public String waitingReason() {
    return waiting().map(ContainerStateWaiting::getReason).orElse("");
  }

  public String waitingMessage() {
    return waiting().map(ContainerStateWaiting::getMessage).orElse("");
  }

  /** When it started; empty if it does not run. */
  public Optional<ContainerStateRunning> running() {
    return Optional.ofNullable(status.getState()).map(ContainerState::getRunning);
  }

  /** How it ended, if it is not running and not to be started again yet. */
  public Optional<ContainerStateTerminated> terminated() {
    return Optional.ofNullable(status.getState()).map(ContainerState::getTerminated);
  }

  /** How its previous life ended. */
  public Optional<ContainerStateTerminated> lastTerminated() {
    return Optional.ofNullable(status.getLastState()).map(ContainerState::getTerminated);
  }

  /** The most recent end: of this life, else of the one before. */
  public Optional<ContainerStateTerminated> lastEnd() {
    return terminated().or(this::lastTerminated);
  }

  /** Path of a field of the status in the pod. */
  public String path(String field) {
    return "status."
        + (init ? "initContainerStatuses[" : "containerStatuses[")
        + index
        + "]."
        + field;
  }

  /** Path of a field of the spec in the pod. */
  public String specPath(String field) {
    List<Container> specs =
        init ? pod.getSpec().getInitContainers() : pod.getSpec().getContainers();
    return "spec."
        + (init ? "initContainers[" : "containers[")
        + specs.indexOf(spec)
        + "]."
        + field;
  }

  private Optional<ContainerStateWaiting> waiting() {
    return Optional.ofNullable(status.getState()).map(ContainerState::getWaiting);
  }

  private static Stream<ContainerRun> runs(
      Pod pod, List<Container> specs, List<ContainerStatus> statuses, boolean init) {
    return IntStream.range(0, statuses.size())
        .boxed()
        .flatMap(index ->
            specs.stream()
                .filter(spec -> spec.getName().equals(statuses.get(index).getName()))
                .map(spec -> new ContainerRun(pod, spec, statuses.get(index), init, index)));
  }
}
