package dev.kuberounds.analysis.rules.scheduling;

import dev.kuberounds.analysis.view.Nodes;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a pod may go to a node in spite of its taints. */
final class Tolerations {

  private static final Set<String> BLOCKING = Set.of("NoSchedule", "NoExecute");

  private Tolerations() {}

  /** True if no taint keeps the pod away but those that come and go with the node's condition. */
  static boolean tolerated(PodSpec spec, Node node) {
    return taints(node)
        .filter(taint -> !ofCondition(taint))
        .allMatch(taint ->
            spec.getTolerations().stream().anyMatch(toleration -> covers(toleration, taint)));
  }

  /** True if the node's condition keeps pods away, such as {@code node.kubernetes.io/not-ready}. */
  static boolean hasConditionTaint(Node node) {
    return taints(node).anyMatch(Tolerations::ofCondition);
  }

  private static Stream<Taint> taints(Node node) {
    return Nodes.taints(node).filter(taint -> BLOCKING.contains(text(taint.getEffect())));
  }

  private static boolean ofCondition(Taint taint) {
    String key = text(taint.getKey());
    return key.startsWith("node.kubernetes.io/")
        || key.startsWith("node.cloudprovider.kubernetes.io/");
  }

  private static boolean covers(Toleration toleration, Taint taint) {
    String effect = text(toleration.getEffect());
    String key = text(toleration.getKey());
    boolean exists = "Exists".equals(toleration.getOperator());
    return (effect.isEmpty() || effect.equals(taint.getEffect()))
        && (key.isEmpty() ? exists : key.equals(taint.getKey()))
        && (exists || text(toleration.getValue()).equals(text(taint.getValue())));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
