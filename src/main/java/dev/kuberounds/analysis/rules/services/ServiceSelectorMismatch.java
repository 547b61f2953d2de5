package dev.kuberounds.analysis.rules.services;

import static dev.kuberounds.analysis.Argument.name;
import static dev.kuberounds.analysis.Category.NETWORKING;
import static dev.kuberounds.analysis.Severity.HIGH;
import static dev.kuberounds.analysis.Severity.INFO;
import static dev.kuberounds.analysis.Severity.MEDIUM;

import dev.kuberounds.analysis.NamespaceAnalyzer;
import dev.kuberounds.analysis.Problem;
import dev.kuberounds.analysis.Rule;
import dev.kuberounds.analysis.Thresholds;
import dev.kuberounds.analysis.view.NearestTemplate;
import dev.kuberounds.analysis.view.Owners;
import dev.kuberounds.analysis.view.Pods;
import dev.kuberounds.analysis.view.SelectedPods;
import dev.kuberounds.analysis.view.Selectors;
import dev.kuberounds.analysis.view.Services;
import dev.kuberounds.analysis.view.Workload;
import dev.kuberounds.analysis.view.Workloads;
import dev.kuberounds.analysis.view.text.Times;
import dev.kuberounds.cluster.ObjectRef;
import dev.kuberounds.cluster.snapshot.NamespaceSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Service selects labels that no pod has. */
final class ServiceSelectorMismatch implements NamespaceAnalyzer {

  private static final Rule RULE =
      Rule.of(
              ServiceSelectorMismatch.class,
              "Service selector matches no pod",
              HIGH,
              NETWORKING,
              Service.class)
          .reads(Pod.class, Deployment.class)
          .consults(StatefulSet.class, DaemonSet.class, Ingress.class)
          .equivalents("k8sgpt/Service", "popeye/1100", "popeye/1105", "popeye/1110");

  private static final Set<String> WITH_TEMPLATE =
      Set.of("ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet", "Job");

  private final Thresholds thresholds;

  ServiceSelectorMismatch(Thresholds thresholds) {
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
        .filter(service -> settled(service, namespace))
        .filter(service -> SelectedPods.of(namespace, selector(service)).isEmpty())
        .filter(service -> !setAtRunTime(service, namespace))
        .flatMap(service -> problem(service, namespace).stream());
  }

  private static List<Problem> problem(Service service, NamespaceSnapshot namespace) {
    List<Workload> selected =
        Workloads.of(namespace).stream()
            .filter(workload -> Selectors.matches(selector(service), workload.labels()))
            .toList();
    if (selected.stream().anyMatch(workload -> workload.replicas() > 0)) {
      return List.of(); // its pods cannot be created: the workload's own finding
    }
    Problem problem =
        Problem.of(service, "No pod has the labels {}", name("selector", readable(service)))
            .evidence("spec.selector", readable(service))
            .severityIf(!Callers.any(namespace, service), MEDIUM)
            .severityIf(!selected.isEmpty(), INFO);
    return selected.isEmpty()
        ? List.of(withNearest(problem, service, namespace))
        : List.of(problem.refersTo(ObjectRef.of(selected.getFirst().object())));
  }

  private static Problem withNearest(
      Problem problem, Service service, NamespaceSnapshot namespace) {
    return NearestTemplate.of(namespace, selector(service))
        .map(near ->
            problem
                .evidence(near.workload().labelPath(near.key()), name("label", near.actual()))
                .refersTo(ObjectRef.of(near.workload().object())))
        .orElse(problem);
  }

  private boolean settled(Service service, NamespaceSnapshot namespace) {
    return Times.lasted(
        thresholds.settleGrace(),
        namespace.takenAt(),
        service.getMetadata().getCreationTimestamp());
  }

  /**
   * True if pods carry one of the labels with another value, but no template has it: an operator
   * sets it, as on the leader or on replicas, and just now no pod has that part.
   */
  private static boolean setAtRunTime(Service service, NamespaceSnapshot namespace) {
    return selector(service).keySet().stream()
        .filter(key -> Workloads.of(namespace).stream().noneMatch(w -> templateHas(key, w)))
        .anyMatch(key ->
            alike(without(key, selector(service)), namespace)
                .anyMatch(pod -> labels(pod).containsKey(key)));
  }

  /** A foreign controller that makes its pods itself has no template to be seen. */
  private static boolean templateHas(String key, Workload workload) {
    boolean unseen =
        workload.object() instanceof Pod pod
            && Owners.controller(pod)
                .filter(owner -> !WITH_TEMPLATE.contains(owner.getKind()))
                .isPresent();
    return workload.labels().containsKey(key) && !unseen;
  }

  private static Stream<Pod> alike(Map<String, String> selector, NamespaceSnapshot namespace) {
    return selector.isEmpty()
        ? Pods.active(namespace)
        : SelectedPods.of(namespace, selector).stream();
  }

  private static Map<String, String> labels(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }

  private static Map<String, String> without(String key, Map<String, String> selector) {
    return selector.entrySet().stream()
        .filter(label -> !label.getKey().equals(key))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> selector(Service service) {
    return service.getSpec().getSelector();
  }

  private static String readable(Service service) {
    return Selectors.readable(selector(service));
  }
}
