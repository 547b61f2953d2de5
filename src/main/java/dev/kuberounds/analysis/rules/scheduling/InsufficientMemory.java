package dev.kuberounds.analysis.rules.scheduling;

import static dev.kuberounds.analysis.Category.SCHEDULING;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.stream.Stream;

/** No node has as much memory left as a pod requests. */
final class InsufficientMemory implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              InsufficientMemory.class,
              "Nodes have insufficient memory",
              HIGH,
              SCHEDULING,
              Pod.class)
          .consults(Node.class, Event.class)
          .equivalents("k8sgpt/Pod", "popeye/207");

  private static final InsufficientResource MEMORY = new InsufficientResource("memory", "memory");

  private final Thresholds thresholds;

  InsufficientMemory(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return WaitingPods.of(namespace, thresholds, Obstacle.MEMORY)
        .map(waiting -> MEMORY.problem(waiting, namespace));
  }
}
