package dev.kuberounds.analysis.rules.scheduling;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.SCHEDULING;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pod demands labels of its node that no node has. */
final class NodeSelectorMismatch implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              NodeSelectorMismatch.class,
              "Node selector matches no node",
              HIGH,
              SCHEDULING,
              Pod.class)
          .consults(Node.class, Event.class)
          .equivalents("k8sgpt/Pod");

  /** Labels of node pools, which an autoscaler may start from zero. */
  private static final Set<String> POOLS =
      Set.of(
          "karpenter.sh/nodepool",
          "eks.amazonaws.com/nodegroup",
          "cloud.google.com/gke-nodepool",
          "kubernetes.azure.com/agentpool",
          "doks.digitalocean.com/node-pool");

  private final Thresholds thresholds;

  NodeSelectorMismatch(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return WaitingPods.of(namespace, thresholds, Obstacle.NODE_SELECTOR)
        .filter(waiting -> !poolMayStart(waiting, namespace))
        .map(waiting ->
            problem(waiting)
                .evidence("status.conditions[type=PodScheduled].message", waiting.text()));
  }

  private boolean poolMayStart(WaitingPod waiting, NamespaceSnapshot namespace) {
    return unmet(waiting).stream().anyMatch(term -> POOLS.contains(term.key()))
        && !Times.lasted(
            thresholds.settleGrace(),
            namespace.takenAt(),
            WaitingPods.unschedulable(waiting.pod())
                .map(PodCondition::getLastTransitionTime)
                .orElse(null),
            waiting.pod().getMetadata().getCreationTimestamp());
  }

  private static Problem problem(WaitingPod waiting) {
    List<NodeRequirement> unmet = unmet(waiting);
    if (waiting.nodes().isEmpty() || unmet.isEmpty()) {
      return Problem.of(
          waiting.pod(),
          "{} of {} nodes do not match the node selector or affinity",
          number(waiting.message().count(Obstacle.NODE_SELECTOR)),
          number(waiting.message().nodes()));
    }
    boolean together =
        unmet.stream().allMatch(term -> waiting.nodes().stream().anyMatch(term::metBy));
    String terms = unmet.stream().map(NodeRequirement::readable).collect(Collectors.joining(", "));
    Problem problem =
        Problem.of(
            waiting.pod(),
            together ? "No node matches all of {}" : "No node matches {}",
            name("label", terms));
    for (NodeRequirement term : unmet) {
      problem = problem.evidence(term.path(), name("label", term.readable()));
      problem = together ? problem : NearestLabel.tell(problem, term, waiting.nodes());
    }
    return problem;
  }

  private static List<NodeRequirement> unmet(WaitingPod waiting) {
    return waiting.requirements().unmet(waiting.nodes());
  }
}
