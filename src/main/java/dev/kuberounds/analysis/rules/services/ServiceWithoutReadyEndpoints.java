package dev.kuberounds.analysis.rules.services;

import static dev.kuberounds.analysis.Argument.number;
import static dev.kuberounds.analysis.Category.NETWORKING;
import static dev.kuberounds.analysis.Severity.HIGH;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.SelectedPods;
import dev.kuberounds.analysis.view.Selectors;
import dev.kuberounds.analysis.view.Services;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.stream.Stream;

/** A Service selects pods, but none of them takes traffic. */
final class ServiceWithoutReadyEndpoints implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              ServiceWithoutReadyEndpoints.class,
              "Service has no ready endpoint",
              HIGH,
              NETWORKING,
              Service.class)
          .reads(Pod.class, EndpointSlice.class)
          .equivalents("k8sgpt/Service", "popeye/1110");

  private final Thresholds thresholds;

  ServiceWithoutReadyEndpoints(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Stream<Problem> analyze(NamespaceSnapshot namespace) {
    return namespace.all(Service.class).stream()
        .filter(Services::selects)
        .filter(service -> service.getMetadata().getDeletionTimestamp() == null)
        .filter(service -> !Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses()))
        .filter(service -> Services.readyEndpoints(namespace, service) == 0)
        .filter(service -> settled(service, namespace))
        .flatMap(service -> problem(service, namespace).stream());
  }

  private static List<Problem> problem(Service service, NamespaceSnapshot namespace) {
    List<Pod> pods = pods(service, namespace);
    if (pods.isEmpty()) {
      return List.of(); // the selector matches nothing: another rule
    }
    Problem problem =
        Problem.of(service, "None of the selected pods ({}) takes traffic", number(pods.size()))
            .evidence("spec.selector", Selectors.readable(service.getSpec().getSelector()))
            .evidence("selected pods that are ready", number(ready(pods)));
    for (ObjectRef workload : pods.stream().map(Owners.of(namespace)::top).distinct().toList()) {
      problem = problem.refersTo(workload);
    }
    return List.of(problem);
  }

  /** Neither the Service nor one of its pods is new here or has just changed its readiness. */
  private boolean settled(Service service, NamespaceSnapshot namespace) {
    return Times.lasted(
            thresholds.settleGrace(),
            namespace.takenAt(),
            service.getMetadata().getCreationTimestamp())
        && pods(service, namespace).stream()
            .allMatch(pod -> Pods.settled(pod, thresholds.settleGrace(), namespace.takenAt()));
  }

  private static long ready(List<Pod> pods) {
    return pods.stream().filter(Pods::ready).count();
  }

  private static List<Pod> pods(Service service, NamespaceSnapshot namespace) {
    return SelectedPods.of(namespace, service.getSpec().getSelector());
  }
}
