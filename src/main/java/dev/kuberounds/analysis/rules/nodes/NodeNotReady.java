package dev.kuberounds.analysis.rules.nodes;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Argument.text;
import static dev.kuberounds.analysis.Argument.word;
import static dev.kuberounds.analysis.Category.AVAILABILITY;
import static dev.kuberounds.analysis.Severity.CRITICAL;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.LOW;

import dev.kuberounds.analysis.ClusterAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.Nodes;
import dev.kuberounds.analysis.view.Times;
import dev.kuberounds.cluster.ClusterSnapshot;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A node says of itself that it cannot run pods. */
final class NodeNotReady implements ClusterAnalyzer {

  // the node controller's own default before it evicts is 5 min; short dips end within 2
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final Rule RULE =
      Rule.of(NodeNotReady.class, "Node is not ready", HIGH, AVAILABILITY, Node.class)
          .equivalents("k8sgpt/Node", "popeye/702", "kubeeye/FalseNodeConditionsRule");

  private final double criticalShare;

  NodeNotReady(Thresholds thresholds) {
    criticalShare = thresholds.nodesCritical();
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(ClusterSnapshot cluster) {
    List<Node> nodes = cluster.all(Node.class);
    List<Node> down = nodes.stream().filter(node -> down(node, cluster.takenAt())).toList();
    boolean many = nodes.size() > 1 && down.size() >= criticalShare * nodes.size();
    return down.stream()
        .map(node ->
            problem(node, down.size(), nodes.size())
                .severityIf(many || Nodes.onlyControlPlane(node, nodes), CRITICAL)
                .severityIf(Nodes.cordoned(node), LOW));
  }

  private static boolean down(Node node, Instant now) {
    return node.getMetadata().getDeletionTimestamp() == null
        && Nodes.condition(node, "Ready")
            .filter(ready -> ready.getStatus().equals("False"))
            .filter(ready -> Times.lasted(SETTLED, now, ready.getLastTransitionTime()))
            .isPresent();
  }

  private static Problem problem(Node node, int down, int all) {
    NodeCondition ready = Nodes.condition(node, "Ready").orElseThrow();
    return Problem.of(
            node,
            "Node {} is not ready ({}), {} of {} nodes are down",
            dev.kuberounds.analysis.Argument.name("Node", node.getMetadata().getName()),
            word(ready.getReason()),
            number(down),
            number(all))
        .evidence("status.conditions[type=Ready].message", text(ready.getMessage()));
  }
}
