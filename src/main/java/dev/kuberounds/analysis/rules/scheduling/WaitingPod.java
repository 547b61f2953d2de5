package dev.kuberounds.analysis.rules.scheduling;

import dev.kuberounds.analysis.view.Nodes;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pod that no node takes.
 *
 * @param pod the pod
 * @param text what the scheduler said
 * @param message the same, read
 * @param requirements what it demands of a node's labels
 * @param nodes all nodes; empty if they could not be listed
 */
record WaitingPod(
    Pod pod,
    String text,
    SchedulerMessage message,
    NodeRequirements requirements,
    List<Node> nodes) {

  private static final Set<String> SIZES = Set.of("cpu", "memory");

  static WaitingPod of(Pod pod, @Nullable String text, List<Node> nodes) {
    return new WaitingPod(
        pod,
        text == null ? "" : text,
        SchedulerMessage.read(text),
        NodeRequirements.of(pod.getSpec()),
        nodes);
  }

  /**
   * The obstacle that names the finding: of the nodes the pod may use, what blocks most of them. A
   * node the pod's selector does not want is no such node unless the pod wants none that exists.
   */
  Obstacle obstacle() {
    Optional<Obstacle> nearest =
        message.blocked().keySet().stream()
            .filter(Obstacle::fitsOtherwise)
            .min(
                Comparator.comparingInt((Obstacle obstacle) -> -message.count(obstacle))
                    .thenComparing(obstacle -> !tooLarge(obstacle))
                    .thenComparing(Comparator.naturalOrder()));
    if (nearest.isPresent()) {
      long cordoned = wanted().stream().filter(this::largeEnough).filter(Nodes::cordoned).count();
      return cordoned > message.count(nearest.get()) ? Obstacle.CORDON : nearest.get();
    }
    boolean unwanted =
        message.blocked().containsKey(Obstacle.NODE_SELECTOR)
            && nodes.stream().noneMatch(requirements::metBy);
    return unwanted && !message.blocked().containsKey(Obstacle.OTHER)
        ? Obstacle.NODE_SELECTOR
        : Stream.of(Obstacle.OTHER, Obstacle.CORDON, Obstacle.TAINT, Obstacle.CONDITION_TAINT)
            .max(Comparator.comparingInt(message::count))
            .orElse(Obstacle.OTHER);
  }

  /** The nodes it may use by their labels and lasting taints, whatever their state. */
  List<Node> wanted() {
    return nodes.stream()
        .filter(requirements::metBy)
        .filter(node -> Tolerations.tolerated(pod.getSpec(), node))
        .toList();
  }

  /** Nodes that would have to carry it if they were up and not cordoned. */
  Stream<Node> outOfService() {
    return wanted().stream()
        .filter(this::largeEnough)
        .filter(node ->
            Nodes.cordoned(node) || !Nodes.ready(node) || Tolerations.hasConditionTaint(node));
  }

  /** The largest node it may use. */
  Optional<Node> largest(String resource) {
    return wanted().stream().max(Comparator.comparing(node -> allocatable(node, resource)));
  }

  /** True if it would not even fit into the largest node it may use, were that empty. */
  boolean exceedsAll(String resource) {
    BigDecimal requested = Amounts.requested(pod.getSpec(), resource);
    return largest(resource)
        .filter(node -> allocatable(node, resource).compareTo(requested) < 0)
        .isPresent();
  }

  static BigDecimal allocatable(Node node, String resource) {
    Map<String, Quantity> allocatable =
        Optional.ofNullable(node.getStatus()).map(NodeStatus::getAllocatable).orElse(Map.of());
    return Amounts.of(allocatable, resource);
  }

  private boolean tooLarge(Obstacle obstacle) {
    return switch (obstacle) {
      case CPU -> exceedsAll("cpu");
      case MEMORY -> exceedsAll("memory");
      default -> false;
    };
  }

  private boolean largeEnough(Node node) {
    return SIZES.stream()
        .allMatch(
            size -> allocatable(node, size).compareTo(Amounts.requested(pod.getSpec(), size)) >= 0);
  }
}
