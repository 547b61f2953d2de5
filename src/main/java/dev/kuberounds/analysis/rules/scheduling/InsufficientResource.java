package dev.kuberounds.analysis.rules.scheduling;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the rules on CPU and memory share: they differ in the resource alone.
 *
 * @param resource as in requests
 * @param word as in a sentence
 */
record InsufficientResource(String resource, String word) {

  private static final int MOST_NODES = 5;
  private static final Set<String> QUEUED = Set.of("Job", "CronJob");

  Problem problem(WaitingPod waiting, NamespaceSnapshot namespace) {
    Problem problem =
        sentence(waiting).evidence("status.conditions[type=PodScheduled].message", waiting.text());
    problem = withLargestRequest(problem, waiting.pod().getSpec());
    for (Node node : waiting.outOfService().limit(MOST_NODES).toList()) {
      problem = problem.refersTo(ObjectRef.of(node));
    }
    String owner = Owners.of(namespace).top(waiting.pod()).kind();
    return problem.severityIf(QUEUED.contains(owner), MEDIUM); // a queue of Jobs may be intended
  }

  private Problem sentence(WaitingPod waiting) {
    String requested = readable(Amounts.requested(waiting.pod().getSpec(), resource));
    return waiting
        .largest(resource)
        .filter(_ -> waiting.exceedsAll(resource))
        .map(node -> tooLarge(waiting, requested, node))
        .orElseGet(() ->
            Problem.of(
                waiting.pod(),
                "The pod requests {} " + word + ", more than any node has left",
                number(requested)));
  }

  private Problem tooLarge(WaitingPod waiting, String requested, Node largest) {
    String allocatable = readable(WaitingPod.allocatable(largest, resource));
    return Problem.of(
            waiting.pod(),
            "The pod requests {} " + word + " and is larger than any node it may use, at most {}",
            number(requested),
            number(allocatable))
        .evidence(
            "Node/" + largest.getMetadata().getName() + ": status.allocatable." + resource,
            number(allocatable));
  }

  private Problem withLargestRequest(Problem problem, PodSpec spec) {
    List<Container> containers = spec.getContainers();
    return IntStream.range(0, containers.size())
        .boxed()
        .filter(i -> request(containers.get(i)).signum() > 0)
        .max(Comparator.comparing(i -> request(containers.get(i))))
        .map(i ->
            problem.evidence(
                "spec.containers[" + i + "].resources.requests." + resource,
                number(readable(request(containers.get(i))))))
        .orElse(problem);
  }

  private BigDecimal request(Container container) {
    return Amounts.requested(container, resource);
  }

  private String readable(BigDecimal amount) {
    return Amounts.readable(amount, resource);
  }
}
