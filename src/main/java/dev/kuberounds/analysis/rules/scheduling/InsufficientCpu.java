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

/** No node has as much CPU left as a pod requests. */
final class InsufficientCpu implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(InsufficientCpu.class, "Nodes have insufficient CPU", HIGH, SCHEDULING, Pod.class)
          .consults(Node.class, Event.class)
          .equivalents("k8sgpt/Pod", "popeye/207");

  private static final InsufficientResource CPU = new InsufficientResource("cpu", "CPU");

  private final Thresholds thresholds;

  InsufficientCpu(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return WaitingPods.of(namespace, thresholds, Obstacle.CPU)
        .map(waiting -> CPU.problem(waiting, namespace));
  }
}
