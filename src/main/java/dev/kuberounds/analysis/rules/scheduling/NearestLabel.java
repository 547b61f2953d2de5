package dev.kuberounds.analysis.rules.scheduling;

import static dev.kuberounds.analysis.Argument.name;

import dev.kuberounds.analysis.Argument;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.view.Nodes;
import dev.kuberounds.analysis.view.text.NearestName;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the nodes have in place of a label that none of them has. */
final class NearestLabel {

  private static final int MOST_VALUES = 5;

  // Kubernetes docs, well-known labels, annotations and taints
  private static final Map<String, String> RETIRED =
      Map.of(
          "beta.kubernetes.io/os", "kubernetes.io/os",
          "beta.kubernetes.io/arch", "kubernetes.io/arch",
          "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type",
          "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
          "node-role.kubernetes.io/master", "node-role.kubernetes.io/control-plane");

  private NearestLabel() {}

  /** Adds the successor of a retired label, or the nearest value or key, as evidence. */
  static Problem tell(Problem problem, NodeRequirement missing, List<Node> nodes) {
    String successor = RETIRED.get(missing.key());
    if (successor != null) {
      return problem.evidence("label that replaces it", name("label", successor));
    }
    TreeSet<String> values =
        nodes.stream()
            .flatMap(node -> Optional.ofNullable(Nodes.labels(node).get(missing.key())).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (values.isEmpty() || missing.values().isEmpty()) {
      return nearestKey(problem, missing, nodes);
    }
    return missing.values().stream()
        .flatMap(wanted -> NearestName.of(wanted, values).stream())
        .findFirst()
        .map(near -> problem.evidence("nearest label", label(missing.key(), near)))
        .orElseGet(() -> withValues(problem, missing.key(), values));
  }

  private static Problem withValues(Problem problem, String key, TreeSet<String> values) {
    Problem told = problem;
    for (String value : values.stream().limit(MOST_VALUES).toList()) {
      told = told.evidence("label of nodes", label(key, value));
    }
    return told;
  }

  private static Problem nearestKey(Problem problem, NodeRequirement missing, List<Node> nodes) {
    TreeSet<String> keys =
        nodes.stream()
            .flatMap(node -> Nodes.labels(node).keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return NearestName.of(missing.key(), keys)
        .map(near -> problem.evidence("nearest label", name("label", near)))
        .orElse(problem);
  }

  private static Argument label(String key, String value) {
    return name("label", value.isEmpty() ? key : key + "=" + value);
  }
}
