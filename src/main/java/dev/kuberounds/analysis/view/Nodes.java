package dev.kuberounds.analysis.view;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What several rules ask of a node. */
public final class Nodes {

  private static final Set<String> CONTROL_PLANE =
      Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

  private Nodes() {}

  public static Optional<NodeCondition> condition(Node node, String type) {
    return Optional.ofNullable(node.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  public static boolean ready(Node node) {
    return condition(node, "Ready").filter(ready -> ready.getStatus().equals("True")).isPresent();
  }

  public static boolean cordoned(Node node) {
    return node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
  }

  public static boolean controlPlane(Node node) {
    return labels(node).keySet().stream().anyMatch(CONTROL_PLANE::contains);
  }

  /** The labels; empty if there are none. */
  public static Map<String, String> labels(Node node) {
    return Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
  }

  public static Stream<Taint> taints(Node node) {
    return Stream.ofNullable(node.getSpec()).flatMap(spec -> spec.getTaints().stream());
  }

  /** True for a control plane node without a second one, unless the cluster has no other nodes. */
  public static boolean onlyControlPlane(Node node, List<Node> all) {
    return controlPlane(node) && all.stream().filter(Nodes::controlPlane).count() == 1;
  }
}
