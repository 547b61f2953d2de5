package dev.kuberounds.analysis.rules.scheduling;

import dev.kuberounds.analysis.view.Nodes;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing a pod demands of a node's labels or name.
 *
 * @param path where it stands in the pod
 * @param key the label; {@code metadata.name} if it is about the name
 * @param operator as in the API
 * @param values as in the API
 * @param name true if it is about the node's name
 */
record NodeRequirement(
    String path, String key, String operator, List<String> values, boolean name) {

  static NodeRequirement of(String path, NodeSelectorRequirement term, boolean name) {
    return new NodeRequirement(
        path,
        Objects.requireNonNullElse(term.getKey(), ""),
        Objects.requireNonNullElse(term.getOperator(), ""),
        Optional.ofNullable(term.getValues()).orElse(List.of()),
        name);
  }

  boolean metBy(Node node) {
    String actual = name ? node.getMetadata().getName() : Nodes.labels(node).get(key);
    return switch (operator) {
      case "In" -> actual != null && values.contains(actual);
      case "NotIn" -> actual == null || !values.contains(actual);
      case "Exists" -> actual != null;
      case "DoesNotExist" -> actual == null;
      case "Gt" -> compares(actual, order -> order > 0);
      case "Lt" -> compares(actual, order -> order < 0);
      default -> false;
    };
  }

  /** As kubectl takes it, such as {@code disk=ssd}, {@code zone in (a,b)} or {@code !spot}. */
  String readable() {
    String list = "(" + String.join(",", values) + ")";
    return switch (operator) {
      case "In" -> values.size() == 1 ? key + "=" + values.getFirst() : key + " in " + list;
      case "NotIn" -> key + " notin " + list;
      case "Exists" -> key;
      case "DoesNotExist" -> "!" + key;
      case "Gt" -> key + ">" + String.join(",", values);
      case "Lt" -> key + "<" + String.join(",", values);
      default -> key + " " + operator + " " + list;
    };
  }

  private boolean compares(@Nullable String actual, IntPredicate wanted) {
    try {
      return actual != null
          && values.size() == 1
          && wanted.test(Long.compare(Long.parseLong(actual), Long.parseLong(values.getFirst())));
    } catch (NumberFormatException _) {
      return false; // so does the scheduler
    }
  }
}
