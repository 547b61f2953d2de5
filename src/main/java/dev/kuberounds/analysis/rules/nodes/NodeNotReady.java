package dev.kuberounds.analysis.rules.nodes;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.CRITICAL;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.LOW;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.ClusterAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.Nodes;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.ClusterSnapshot;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node says of itself that it cannot run pods, or was never set up. */
final class NodeNotReady implements ClusterAnalyzer {

  private static final Rule RULE =
      Rule.of(NodeNotReady.class, "Node is not ready", HIGH, AVAILABILITY, Node.class)
          .equivalents("k8sgpt/Node", "popeye/702", "kubeeye/FalseNodeConditionsRule");

  // the node controller's own default before it evicts is 5 min; short dips end within 2
  private static final Duration SETTLED = Duration.ofMinutes(2);
  private static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";
  // set by Cluster Autoscaler and Karpenter on a node they are about to delete
  private static final Set<String> LEAVING =
      Set.of("ToBeDeletedByClusterAutoscaler", "karpenter.sh/disrupted", "karpenter.sh/disruption");

  private final Thresholds thresholds;

  NodeNotReady(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(ClusterSnapshot cluster) {
    List<Node> nodes = cluster.all(Node.class).stream().filter(node -> !leaving(node)).toList();
    List<Node> down = nodes.stream().filter(node -> down(node, cluster.takenAt())).toList();
    long unplanned = down.stream().filter(node -> !Nodes.cordoned(node)).count();
    boolean many = unplanned >= thresholds.nodesCritical() * nodes.size();
    return down.stream()
        .map(node ->
            problem(node, down.size(), nodes.size())
                .severityIf(many || Nodes.onlyControlPlane(node, nodes), CRITICAL)
                .severityIf(Nodes.cordoned(node), LOW));
  }

  private boolean down(Node node, Instant now) {
    return unready(node)
            .filter(ready -> Times.lasted(SETTLED, now, ready.getLastTransitionTime()))
            .isPresent()
        || taint(node, UNINITIALIZED)
            .filter(taint ->
                Times.lasted(
                    thresholds.settleGrace(),
                    now,
                    taint.getTimeAdded(),
                    node.getMetadata().getCreationTimestamp()))
            .isPresent();
  }

  private static Problem problem(Node node, int down, int all) {
    Argument name = name("Node", node.getMetadata().getName());
    return unready(node)
        .map(ready ->
            Problem.of(
                    node,
                    "Node {} is not ready ({}), {} of {} nodes are down",
                    name,
                    word(Objects.requireNonNullElse(ready.getReason(), "no reason")),
                    number(down),
                    number(all))
                .evidence("status.conditions[type=Ready].message", ready.getMessage()))
        .orElseGet(() ->
            Problem.of(
                    node,
                    "Node {} was never initialized by its cloud provider, {} of {} nodes are down",
                    name,
                    number(down),
                    number(all))
                .evidence("spec.taints", word(UNINITIALIZED)));
  }

  private static Optional<NodeCondition> unready(Node node) {
    return Nodes.condition(node, "Ready").filter(ready -> "False".equals(ready.getStatus()));
  }

  private static boolean leaving(Node node) {
    return node.getMetadata().getDeletionTimestamp() != null
        || LEAVING.stream().anyMatch(key -> taint(node, key).isPresent());
  }

  private static Optional<Taint> taint(Node node, String key) {
    return Nodes.taints(node).filter(taint -> key.equals(taint.getKey())).findFirst();
  }
}
