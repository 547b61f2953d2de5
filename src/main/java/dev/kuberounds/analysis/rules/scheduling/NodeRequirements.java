package dev.kuberounds.analysis.rules.scheduling;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a pod demands of a node's labels and name: its node selector and its required node affinity.
 *
 * @param alternatives ways to fulfil them; a node must meet all of one of them
 */
record NodeRequirements(List<List<NodeRequirement>> alternatives) {

  private static final String TERMS =
      "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";

  static NodeRequirements of(PodSpec spec) {
    List<NodeRequirement> selector = selector(spec);
    Optional<List<NodeSelectorTerm>> terms =
        Optional.ofNullable(spec.getAffinity())
            .map(Affinity::getNodeAffinity)
            .map(NodeAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
            .map(NodeSelector::getNodeSelectorTerms);
    if (terms.isEmpty()) {
      return new NodeRequirements(List.of(selector));
    }
    List<List<NodeRequirement>> alternatives = new ArrayList<>();
    for (int i = 0; i < terms.get().size(); i++) {
      List<NodeRequirement> term = term(terms.get().get(i), TERMS + "[" + i + "]");
      if (!term.isEmpty()) { // an empty term matches no node
        alternatives.add(join(selector, term));
      }
    }
    return new NodeRequirements(alternatives);
  }

  boolean metBy(Node node) {
    return alternatives.stream()
        .anyMatch(alternative -> alternative.stream().allMatch(term -> term.metBy(node)));
  }

  /**
   * What no node meets, in the alternative that comes nearest; all of that alternative if each of
   * its parts is met by some node.
   */
  List<NodeRequirement> unmet(List<Node> nodes) {
    Optional<List<NodeRequirement>> nearest =
        alternatives.stream()
            .min(Comparator.comparingInt(alternative -> unmet(alternative, nodes).size()));
    List<NodeRequirement> unmet = nearest.map(terms -> unmet(terms, nodes)).orElse(List.of());
    return unmet.isEmpty() ? nearest.orElse(List.of()) : unmet;
  }

  private static List<NodeRequirement> unmet(List<NodeRequirement> terms, List<Node> nodes) {
    return terms.stream().filter(term -> nodes.stream().noneMatch(term::metBy)).toList();
  }

  private static List<NodeRequirement> selector(PodSpec spec) {
    if (spec.getNodeSelector() == null) {
      return List.of();
    }
    return new TreeMap<>(spec.getNodeSelector())
        .entrySet().stream()
            .map(label ->
                new NodeRequirement(
                    "spec.nodeSelector", label.getKey(), "In", List.of(label.getValue()), false))
            .toList();
  }

  private static List<NodeRequirement> term(NodeSelectorTerm term, String path) {
    return join(
        terms(term.getMatchExpressions(), path + ".matchExpressions", false),
        terms(term.getMatchFields(), path + ".matchFields", true));
  }

  private static List<NodeRequirement> terms(
      List<NodeSelectorRequirement> terms, String path, boolean name) {
    List<NodeRequirement> read = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      read.add(NodeRequirement.of(path + "[" + i + "]", terms.get(i), name));
    }
    return read;
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    List<T> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
